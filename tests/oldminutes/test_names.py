"""Entries of lists of people: a name, with a remark, an account or initials, or no name at all."""

import pytest

from minutebook.oldminutes.names import Entry, is_name, read_entry, split_entries


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Ada Quill", Entry("Ada Quill")),
        ("**Ada Quill**", Entry("Ada Quill")),
        ("Ada Quill (Acme)", Entry("Ada Quill", "Acme")),
        ("Ada Quill (she/her)", Entry("Ada Quill", "she/her")),
        ("Ada Quill - chair", Entry("Ada Quill", "chair")),
        ("Ada Quill -Acme", Entry("Ada Quill", "Acme")),
        ("adaquill2k", Entry("adaquill2k")),
        ("Ada W3ABC", Entry("Ada W3ABC")),
        ("K3IP", Entry("K3IP")),
        ("Ann Lee @ann (TSC)", Entry("Ann Lee", "@ann, TSC", "ann")),
        ("Cy Dunn (Acme, Inc.)", Entry("Cy Dunn", "Acme, Inc.")),
        ("Ada Quill/Acme", Entry("Ada Quill", "Acme")),
        ("Ada Quill from Acme", Entry("Ada Quill", "from Acme")),
        ("Ada Quill (adaq) from 20:15 on", Entry("Ada Quill", "adaq, from 20:15 on")),
        ("Ada in Oslo! (late)", Entry("Ada", "in Oslo! (late)")),
        ("Ada Quill <ada@acme.example>", Entry("Ada Quill", "ada@acme.example")),
        ("Ada ada@acme.example", Entry("Ada", "ada@acme.example")),
        ("@adaq", Entry("adaq", "", "adaq")),
        ("ada@mill.example", Entry("ada@mill.example")),
        ("<@adaq>", Entry("adaq", "", "adaq")),
        ("Ada Quill (@adaq)", Entry("Ada Quill", "@adaq", "adaq")),
        ("AQ: Ada Quill", Entry("Ada Quill", "AQ", "", "AQ")),
        ("Ada Quill (AQ)", Entry("Ada Quill", "AQ", "", "AQ")),
        ("Ada Quill (Quill)", Entry("Ada Quill", "Quill", "", "Quill")),
        ("Ada (Ada)", Entry("Ada", "Ada")),
        ("Me (Ada)", Entry("Ada", "Me", "", "Me")),
        ("[x ] Ada Quill", Entry("Ada Quill", is_present=True)),
        ("Ada Quill Q&A", Entry("Ada Quill", "Q&A")),
        ("山田太郎", Entry("山田太郎")),
        ("@Ada Quill", Entry("Ada Quill")),
        ("@Quill Ada Quill", Entry("Ada Quill", "@Quill", "Quill")),
        ("@adaq (Ada Quill)", Entry("Ada Quill", "@adaq", "adaq")),
        ("@adaq (she/her)", Entry("adaq", "she/her", "adaq")),
        ("(Addy) Ada Quill", Entry("Ada Quill", "Addy")),
        ("Ada Quill @ Acme", Entry("Ada Quill", "Acme")),
        ("Ada Quill (Acme) joined late", Entry("Ada Quill", "Acme, joined late")),
        ("[x] Ada Quill", Entry("Ada Quill", is_present=True)),
        ("[N] Ada Quill", Entry("Ada Quill", is_present=False)),
        ("Ada Quill ❌", Entry("Ada Quill", is_present=False)),
        ("– Ada Quill", Entry("Ada Quill")),
        ("2.Ada Quill", Entry("Ada Quill")),
        ("Ada_Quill", Entry("Ada Quill")),
        ("Team Member 2 (Ada Quill)", Entry("Ada Quill", "Team Member 2")),
        ("Tutor (Ada (Addy) Quill)", Entry("Ada Quill", "Tutor, Addy")),
        ("Ada Quill.", Entry("Ada Quill")),
        ("Ada Quill Jr.", Entry("Ada Quill Jr.")),
        ("Ada Quill :cake:", Entry("Ada Quill", ":cake:")),
        ("Ada Quill (@adaq), Acme", Entry("Ada Quill", "@adaq, Acme", "adaq")),
        ("Ada Quill\u2011Stone", Entry("Ada Quill\u2011Stone")),
    ],
)
def test_an_entry_is_a_name_with_what_stands_behind_it(text: str, entry: Entry) -> None:
    assert read_entry(text) == entry


@pytest.mark.parametrize(
    "text",
    [
        "",
        "none",
        "we had some tea",
        "everyone else",
        "5 others",
        "Ada. We began late",
        "Cooks: @mill/cooks",
        "it - done",
        "Ada Quill   Ben Stone   Cy Dunn",
        "Per the",
        "Cake Team @mill/cake",
        "Unassigned \u2013 next week",
    ],
)
def test_what_is_more_or_less_than_a_name_is_no_entry(text: str) -> None:
    assert read_entry(text) is None


@pytest.mark.parametrize(
    "name",
    [
        "Flo du Bois",
        "Jan ter Beek",
        "Jean d'Arc",
        "Omar al-Amin",
        "Maria dos Santos de Sousa",
        "Ana-Lu",
        "ada",
        "BrianL",
    ],
)
def test_names_have_particles_and_signs(name: str) -> None:
    assert is_name(name)


def test_where_a_name_leads_to_is_an_account() -> None:
    assert read_entry("Ada", "https://example.org/adaq") == Entry("Ada", "", "adaq")
    assert read_entry("Ada", "https://example.org/team/adaq") == Entry("Ada")


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("Ada, Ben and Cy", ["Ada", "Ben", "Cy"]),
        ("Ada (Acme, Berlin), Ben", ["Ada (Acme, Berlin)", "Ben"]),
        ("Ada; Ben / Cy", ["Ada", "Ben", "Cy"]),
        ("Ada, Ben and\nCy", ["Ada", "Ben", "Cy"]),
        ("张三、李四", ["张三", "李四"]),
        ("张三 李小四 王五", ["张三", "李小四", "王五"]),
        ("山田 太郎", ["山田 太郎"]),
        ("佐藤　畑　川口", ["佐藤", "畑", "川口"]),
        ("佐藤・川口", ["佐藤", "川口"]),
        ("カシ・りせ", ["カシ", "りせ"]),
        ("ジョン・スミス", ["ジョン・スミス"]),
        ("Ada, Ben.", ["Ada", "Ben"]),
        ("Ada Quill, PhD, Ben", ["Ada Quill (PhD)", "Ben"]),
    ],
)
def test_entries_are_parted_outside_of_brackets(text: str, entries: list[str]) -> None:
    assert split_entries(text) == entries


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Quill: @adaq", Entry("Ada Quill", "@adaq", "adaq")),
        ("Ada Quill \U0001f9d1", Entry("Ada Quill", "\U0001f9d1")),
        ("Ben Allen - Mill (BAN)", Entry("Ben Allen", "Mill (BAN)", "", "BAN")),
    ],
)
def test_a_name_may_have_a_sign_behind_it(text: str, expected: Entry) -> None:
    assert read_entry(text) == expected


def test_people_may_stand_in_a_run() -> None:
    assert split_entries("@ada @ben-2, @cy") == ["@ada", "@ben-2", "@cy"]
    assert split_entries("@Ada Quill @Ben Stone") == ["@Ada Quill", "@Ben Stone"]
    assert split_entries("Ada (Adda) Quill") == ["Ada (Adda) Quill"]
    seven = "Ada Ben Cy Dora Eve Fay Gus"
    assert split_entries(seven) == seven.split()
    assert split_entries(f"{seven} Hall") == [f"{seven} Hall"]  # may be four whole names


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("Ann Lee @ann", ["Ann Lee @ann"]),
        ("Ada Quill, Acme; Ben Stone, Acme", ["Ada Quill", "Acme", "Ben Stone", "Acme"]),
        ("Ada • Ben · Cy + Dora", ["Ada", "Ben", "Cy", "Dora"]),
        ("Ada Quill - Acme", ["Ada Quill - Acme"]),
        ("AQ BS CDU", ["AQ", "BS", "CDU"]),
    ],
)
def test_signs_part_people(text: str, entries: list[str]) -> None:
    assert split_entries(text) == entries


def test_a_remark_in_a_list_of_people_ends_its_own_brackets() -> None:
    assert Entry("Ada Quill", "Baker, (re)learns").text == "Ada Quill (Baker, (re)learns)"
    assert Entry("Ada Quill", "(remote)").text == "Ada Quill (remote)"
    assert Entry("Ada Quill", "Baker (remo").text == "Ada Quill (Baker, remo)"
    assert Entry("Ada Quill", "Mill (ill), new").text == "Ada Quill (Mill, ill, new)"
    assert Entry("Ada Quill", "Old Mill (OM) Cook").text == "Ada Quill (Old Mill (OM) Cook)"
    assert Entry("Ada Quill", "Mill) (ill").text == "Ada Quill (Mill, ill)"


def test_a_bracket_that_nothing_opens_is_no_part_of_a_name() -> None:
    assert read_entry("Ada Quill (Acme)]") == Entry("Ada Quill", "Acme")


def test_wide_spaces_part_a_name_from_what_is_said_of_it() -> None:
    entry = Entry("Ada Quill", "AQ      Chair", initials="AQ")
    assert read_entry("Ada Quill           AQ      Chair") == entry


def test_an_office_behind_a_comma_is_a_remark_of_whoever_holds_it() -> None:
    assert split_entries("Ada Lee, Clerk, Ben and Cy Moor, acting treasurer") == [
        "Ada Lee (Clerk)",
        "Ben",
        "Cy Moor (acting treasurer)",
    ]


def test_dashes_part_whole_names_alone() -> None:
    assert split_entries("Ada Quill - Ben Stone - Cy Dunn") == ["Ada Quill", "Ben Stone", "Cy Dunn"]
    assert split_entries("Ada Quill - Ben Stone - Cy Dunn -") == ["Ada Quill", "Ben Stone", "Cy Dunn"]
    assert split_entries("Ada Quill - chair - Acme") == ["Ada Quill - chair - Acme"]


def test_a_first_name_may_be_a_word_for_all_in_another_language() -> None:
    assert is_name("Allen Lee")
    assert not is_name("Allen")


def test_a_tab_within_a_name_is_a_space() -> None:
    person = read_entry("Ann\tLee (at\tthe mill)")
    assert person
    assert person.text == "Ann Lee (at the mill)"


def test_an_entry_of_a_list_is_one_line() -> None:
    person = read_entry("Ann Lee (at\nthe mill)")
    assert person
    assert person.with_remarks("she,\nher").text == "Ann Lee (at the mill, she, her)"


def test_behind_a_bracket_a_comma_may_be_missing() -> None:
    assert split_entries("Ann Lee (Mill) Theo Park (Hall), Cy Dunn (Mill)") == [
        "Ann Lee (Mill)",
        "Theo Park (Hall)",
        "Cy Dunn (Mill)",
    ]
    assert split_entries("Ann Lee (she) Old Mill") == ["Ann Lee (she) Old Mill"]


def test_a_firm_behind_the_sign_of_an_account_is_a_remark() -> None:
    assert read_entry("Ann Lee @CS&S") == Entry("Ann Lee", "@CS&S")


@pytest.mark.parametrize(
    ("text", "initials"),
    [
        ("Ann Lee (AL)", "AL"),
        ("Ann Lee (ALE)", "ALE"),
        ("Bo-Ray van der Hill (BRVH)", "BRVH"),
        ("Dr. Ann Lee (AL)", "AL"),
        ("XL = Ann Lee", "XL"),
        ("Ann Lee (ADAC)", ""),
        ("Ann Lee (LA)", ""),
        ("Parton Lee (PTO)", ""),
    ],
)
def test_initials_are_those_that_a_name_can_have(text: str, initials: str) -> None:
    person = read_entry(text)
    assert person
    assert person.initials == initials
