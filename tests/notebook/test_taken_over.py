"""What is edited after it was carried is taken over by the newest meetings."""

from support.notes import Notes


def test_what_the_second_newest_takes_over_goes_on_in_the_newest(notes: Notes) -> None:
    roster = "{Mat: {}, Ann: {aliases: [{name: Ann K., until: 2020-10-18}]}}"
    notes.write(f"{notes.series}/series.yaml", f"format: 1\ntitle: Team\nlapse: 0\nroster: {roster}\n")
    days = ("2020-10-05", "2020-10-12", "2020-10-19", "2020-10-26")
    for day in days:
        since = "" if day == days[0] else f", since: {days[0]}"
        text = f"date: {day}\nactions:\n  - {{id: a1bcde, owner: Mat, task: order parts{since}}}\n"
        notes.write(f"{notes.series}/{day}.yaml", text)
    notes.run("sync")
    notes.commit()
    path = f"{notes.series}/{days[1]}.yaml"
    notes.write(
        path, notes.read(path).replace("owner: Mat, task: order parts", "owner: Ann K., task: order tyres")
    )
    assert notes.rules().count("action-edited-earlier") == 2
    assert notes.run("sync", "--fix").returncode == 0
    assert "action-edited-earlier" not in notes.rules()
    for day in days[2:]:
        assert "owner: Ann, task: order tyres" in notes.read(f"{notes.series}/{day}.yaml")


def test_a_day_that_was_taken_away_is_told_as_none(notes: Notes) -> None:
    item = "actions:\n  - {id: a1bcde, owner: Mat, task: order parts, due: 2020-11-30"
    notes.write(f"{notes.series}/2020-10-19.yaml", f"date: 2020-10-19\n{item}}}\n")
    notes.write(f"{notes.series}/2020-10-26.yaml", f"date: 2020-10-26\n{item}, since: 2020-10-19}}\n")
    notes.run("sync")
    notes.commit()
    earlier = f"{notes.series}/2020-10-19.yaml"
    notes.write(earlier, notes.read(earlier).replace(", due: 2020-11-30", ""))
    (message,) = (
        problem["message"] for problem in notes.problems() if problem["rule"] == "action-edited-earlier"
    )
    assert "due: it is 2020-11-30 here, but was changed to none in the meeting of 2020-10-19 " in message


def test_the_task_of_another_item_under_the_same_id_is_not_taken_over(notes: Notes) -> None:
    item = "  - {{id: a1bcde, owner: Mat, task: {}}}\n"
    for day in ("2020-10-12", "2020-10-19", "2020-10-26"):
        notes.write(f"{notes.series}/{day}.yaml", f"date: {day}\nactions:\n{item.format('order parts')}")
    notes.run("sync")
    notes.commit()
    earlier, newest = (f"{notes.series}/{day}.yaml" for day in ("2020-10-19", "2020-10-26"))
    notes.write(earlier, notes.read(earlier).replace("order parts", "sing a song"))
    assert "action-edited-earlier" not in notes.rules()
    notes.run("sync", "--fix")
    assert "order parts" in notes.read(newest)
    notes.write(earlier, notes.read(earlier).replace("id: a1bcde, ", ""))  # as the message on this id says
    notes.run("sync", "--fix")
    assert notes.problems() == []
    assert all(
        "order parts" in notes.read(path) and "sing a song" in notes.read(path) for path in (earlier, newest)
    )
