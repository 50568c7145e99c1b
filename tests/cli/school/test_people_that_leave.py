"""`kompaan track`: what ends on the command line, and is taken up again."""


def test_a_track_is_shown_ended_and_taken_up_again(school):
    assert school("track", "show", "s1").stdout == "Jonas Peeters (s1), TRADE, Elektro bv: runs\n"
    ended = school("track", "end", "jonas", "--at", "2026-11-02T12:00")
    assert ended.stdout == "Jonas Peeters at Elektro bv (TRADE): ended. All scores stay.\n"
    shown = school("track", "show", "s1").stdout
    assert shown == "Jonas Peeters (s1), TRADE, Elektro bv: ended on 2 Nov\n"
    assert "Noor" in school("say", "--as", "m1", "/report").stdout
    assert "no longer with you" in school("say", "--as", "m1", "/report jonas").stdout
    again = school("track", "end", "s1")
    assert (again.returncode, again.stderr) == (
        1,
        "Nothing of Jonas Peeters runs there any more.\n",
    )
    resumed = school("track", "resume", "s1")
    assert resumed.stdout == "Jonas Peeters at Elektro bv (TRADE): taken up again.\n"
    assert "Jonas" in school("say", "--as", "m1", "/report jonas").stdout


STOP = ("track", "stop", "s1", "--last-day", "2026-10-30")


def test_a_placement_is_stopped_and_goes_on_after_all(school):
    at = ("--at", "2026-10-26T12:00")
    stopped = school(*STOP, "--because", "both", "--hears", "school", *at)
    assert (stopped.returncode, stopped.stdout) == (
        0,
        "Jonas Peeters stops at Elektro bv, last day 30 Oct. All scores stay, and so does the "
        "track. 2 people are told.\n",
    )
    again = school(*STOP, *at)
    assert (again.returncode, again.stderr) == (1, "That this placement stops was said before.\n")
    coach = school("say", "--as", "c1", "--at", "2026-10-26T12:05").stdout
    stopt = "Jonas Peeters stopt bij Elektro bv. Laatste dag: 30 okt (beide akkoord)."
    assert coach.startswith(f"{stopt}\nGezegd door de school.")
    assert school("say", "--as", "s1", "--at", "2026-10-26T12:05").stdout == "\n"
    asks = ("say", "--as", "m1", "/report jonas")
    school("tick", "--at", "2026-10-30T22:00")
    assert "Elektro bv" not in school(*asks).stdout
    school("tick", "--at", "2026-10-31T08:00")
    left = "Jonas Peeters is no longer with you: Elektro bv ended on 30 Oct."
    assert left in school(*asks).stdout
    assert school("track", "show", "s1").stdout == (
        "Jonas Peeters (s1), TRADE, Elektro bv: stopped, without its mentors; last day 30 Oct\n"
    )
    resumed = school("track", "resume", "s1", "--at", "2026-11-02T12:00")
    assert resumed.stdout == "Jonas Peeters at Elektro bv (TRADE): taken up again.\n"
    assert "Elektro bv" not in school(*asks).stdout


def test_a_stop_that_cannot_be_meant_leaves_everything(school):
    at = ("--at", "2026-10-26T12:00")
    for wrong, said in (
        (("track", "stop", "m1", "--last-day", "2026-10-30"), "Karim Haddad is no student here."),
        (("track", "stop", "s1", "--last-day", "2062-10-30"), "That last day is too far away."),
        ((*STOP, "--workplace", "Volta nv"), "Jonas Peeters has no such placement; there are: "),
    ):
        refused = school(*wrong, *at)
        assert refused.returncode == 1
        assert refused.stderr.startswith(said)
    assert school("track", "show", "s1").stdout.endswith("Elektro bv: runs\n")


def test_what_is_not_there_is_said(school):
    assert school("track", "end", "m1").stderr == "Karim Haddad is no student here.\n"
    wrong = school("track", "end", "s1", "--workplace", "Volta nv")
    assert wrong.stderr == ("Jonas Peeters has no such placement; there are: TRADE, Elektro bv.\n")
    assert school("track", "resume", "s1").stderr == "Nothing of this student has ended there.\n"


def test_a_last_day_in_a_roster_ends_on_the_day_after(school, tmp_path):
    text = (tmp_path / "roster.csv").read_text()
    lines = [f"{line},{end}" for line, end in zip(text.splitlines(), ["ends", "2026-10-30", "", ""],
                                                  strict=True)]  # fmt: skip
    (tmp_path / "roster.csv").write_text("\n".join(lines))
    kept = school("import", "roster", "roster.csv", "--at", "2026-10-30T09:00")
    assert "ended" not in kept.stdout
    assert "Jonas" in school("say", "--as", "m1", "/report jonas").stdout
    school("tick", "--at", "2026-10-31T08:00")
    assert "no longer with you" in school("say", "--as", "m1", "/report jonas").stdout
    ended = school("import", "roster", "roster.csv", "--at", "2026-11-02T09:00")
    assert (ended.returncode, ended.stderr) == (0, "")


LOOKING = ("s1", "s2", "m1", "m2")
"""Who look, having no chat in which they would be told."""


def test_who_has_nobody_around_is_asked_nothing(school, tmp_path):
    period = ("--name", "P1", "--opens", "2026-09-01", "--photo", "2026-10-30T16:00")
    school("periods", "add", "--programme", "TRADE", *period, "--at", "2026-09-01T08:00")
    head, jonas, *others = (tmp_path / "roster.csv").read_text().splitlines()
    alone = ",".join([*jonas.split(",")[:5], "", "", "", "", "", "", ""])
    (tmp_path / "roster.csv").write_text("\n".join([head, alone, *others]))
    told = school("import", "roster", "roster.csv", "--at", "2026-10-01T12:00")
    assert told.stderr == (
        "nobody is around Jonas Peeters, who is therefore asked nothing; to end the track: "
        "kompaan track end s1.\n"
    )
    school("tick", "--at", "2026-10-16T17:05")
    looked = {who: school("say", "--as", who, "--at", "2026-10-16T17:06").stdout for who in LOOKING}
    assert "Lays conduits" in looked["s2"]
    assert "Lays conduits" not in looked["s1"]
    assert all("Jonas" not in told for told in looked.values())


def test_a_former_mentor_is_not_reminded(school):
    period = ("--name", "P1", "--opens", "2026-09-01", "--photo", "2026-10-30T16:00")
    school("periods", "add", "--programme", "TRADE", *period, "--at", "2026-09-01T08:00")
    school("track", "end", "s3", "--at", "2026-10-01T12:00")
    school("tick", "--at", "2026-10-16T17:05")
    looked = {who: school("say", "--as", who, "--at", "2026-10-16T17:06").stdout for who in LOOKING}
    assert "for this week" in looked["m1"]
    assert "for this week" not in looked["m2"]
    assert all("Nicolas" not in told for told in looked.values())


def test_who_has_left_is_not_invited_with_the_class_group(school, tmp_path):
    school("track", "end", "s1")
    invited = school("invite", "--class-group", "6E", "--out", str(tmp_path / "invited.csv"))
    assert invited.returncode == 0
    assert "Noor Aziz" in (tmp_path / "invited.csv").read_text()
    assert "Jonas" not in (tmp_path / "invited.csv").read_text()
