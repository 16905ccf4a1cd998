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
