"""The command line as a shell user meets it: output, messages, exit codes, pipes, terminals."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import attrs
import pytest

from claimcmp import Comparison, pipeline, read_comparison
from claimcmp.cli import main
from claimcmp.cli.lines import clean, label_articles, render_comparison
from claimcmp.errors import ModelError
from claimcmp.records import Article, Attribution, Claim, Finding, Pair, Reason, Skipped, Source, Span

ROOT = Path(__file__).parents[1]
HARBOUR = "Old bridge stays shut\n\nThe old bridge will stay shut until 4 May 2024, Transport Minister Lena Hartwig said on Monday."
COAST = "الجسر القديم مغلق\n\nقالت وزيرة النقل لينا هارتفيغ إن الجسر القديم سيبقى مغلقاً حتى 9 مايو 2024."


class Outcome(NamedTuple):
    """What a run wrote and how it ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)
    Path("harbour.txt").write_text(HARBOUR, encoding="utf-8")
    Path("coast.txt").write_text(COAST, encoding="utf-8")

    def call(*arguments: str) -> Outcome:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        return Outcome(int(ended.value.code or 0), *capsys.readouterr())

    return call


@pytest.fixture
def with_result(monkeypatch: pytest.MonkeyPatch) -> None:
    """Comparisons give the same small result, so that a test takes no model."""
    monkeypatch.setattr(pipeline, "compare", lambda articles, **options: make_comparison())


def make_comparison() -> Comparison:
    span = Span(start=0, end=3)
    left = Article(text=HARBOUR, outlet="Harbour Daily", published="2024-04-01", language="en", id="h")
    right = Article(text=COAST, published="2024-04-02", language="ar", id="c")
    minister = Source(name="لينا هارتفيغ", span=span, canonical="لينا هارتفيغ", kind="person")
    agency = Source(name="Coast Wire", span=span, canonical="Coast Wire", kind="organisation")
    unnamed = Source(name="an official", span=span, canonical="an official", kind="anonymous", reason="not allowed to speak")

    def claim(key: str, article: Article, text: str, **attribution: object) -> Claim:
        said = Attribution(**attribution)  # type: ignore[arg-type]
        return Claim(
            id=key,
            article_id=article.id,
            outlet=article.outlet,
            language=article.language,
            sentence=0,
            span=span,
            text=text,
            attribution=said,
        )

    h1 = claim("h1", left, "The old bridge will stay shut until 4 May", speaker=minister, via=(agency,), mode="indirect")
    h2 = claim("h2", left, "Nobody was\nhurt\x1b[31m", speaker=unnamed, mode="direct")
    c1 = claim("c1", right, "الجسر القديم سيبقى مغلقاً حتى 9 مايو", speaker=minister, mode="indirect")
    c2 = claim("c2", right, "الجسر القديم مغلق")
    why = Reason(key="read_suffix", parameters={"suffix": "4 May", "allowed": "9 May"})
    findings = [
        Finding(pair=Pair(left=h1, right=c2, score=0.9), verdict="agreement", adds="left", confidence=0.8, rule="r"),
        Finding(pair=Pair(left=h1, right=c1, score=0.8), verdict="conflict", between="outlets", confidence=0.75, reasons=(why,), rule="r"),
        Finding(pair=Pair(left=h2, right=c1, score=0.4), verdict="unclear", confidence=0.5, rule="r"),
    ]
    return Comparison(articles=(left, right), claims=(h1, h2, c1, c2)).with_findings(findings)


# -- What is shown


def test_the_lines_of_a_comparison_give_figures_then_conflicts_then_agreements_then_silence() -> None:
    lines = [line.padded().replace("\u2068", "<").replace("\u2069", ">") for line in render_comparison(make_comparison())]
    assert lines == [
        "2 articles, 4 claims. Conflicts: 1 · agreements: 1 · unclear pairs: 1 · claims of one outlet only: 1",
        "",
        "Conflicts (1)",
        "",
        "1. Conflict: the reports contradict each other · confidence 0.75",
        "   Harbour Daily, 2024-04-01 · <لينا هارتفيغ>, paraphrased, reported by Coast Wire",
        "      The old bridge will stay shut until 4 May",
        "   <“الجسر القديم مغلق”, 2024-04-02> · <لينا هارتفيغ>, paraphrased",
        "      الجسر القديم سيبقى مغلقاً حتى 9 مايو",
        "   Why: Files of this kind (4 May) are not read; save it as one of 9 May.",
        "",
        "Agreements (1)",
        "",
        "1. Agreement · Harbour Daily, 2024-04-01 adds detail · confidence 0.80",
        "   Harbour Daily, 2024-04-01 · <لينا هارتفيغ>, paraphrased, reported by Coast Wire",
        "      The old bridge will stay shut until 4 May",
        "   <“الجسر القديم مغلق”, 2024-04-02> · the outlet itself",
        "      الجسر القديم مغلق",
        "",
        "Only in Harbour Daily (1)",
        "  - an official (unnamed: not allowed to speak), quoted",
        "      Nobody was hurt\ufffd[31m",
        "",
        "Unclear pairs not shown: 1. Add --unclear to list them.",
    ]


def test_unclear_pairs_are_listed_on_request() -> None:
    lines = [line.text for line in render_comparison(make_comparison(), with_unclear=True)]
    assert "Unclear (1)" in lines
    assert not any("--unclear" in line for line in lines)


def test_the_arabic_interface_isolates_latin_names() -> None:
    text = "\n".join(line.text for line in render_comparison(make_comparison(), language="ar"))
    assert "تعارضات (1)" in text
    assert "\u2068Harbour Daily، 2024-04-01\u2069" in text
    assert "\u2068لينا" not in text


def test_findings_on_one_claim_stand_together_and_it_is_written_once() -> None:
    result = make_comparison()
    first = result.agreements[0]
    second = Finding(pair=Pair(left=first.pair.left, right=result.claims[2], score=0.1), verdict="agreement", confidence=0.6, rule="r")
    lines = [line.padded() for line in render_comparison(result.with_findings([first, second]))]
    assert "Agreements (2)" in lines
    assert sum("until 4 May" in line for line in lines) == 1
    assert "   + Agreement · confidence 0.60" in lines


def test_two_parts_of_one_claim_are_both_written() -> None:
    result = make_comparison()
    pair = result.agreements[0].pair
    parts = [
        attrs.evolve(pair.left, span=Span(start=0, end=end), text=text) for end, text in ((1, "The old bridge"), (2, "will stay shut"))
    ]
    findings = [
        Finding(pair=attrs.evolve(pair, left=part), whole=pair, verdict="agreement", confidence=0.6, rule="contained") for part in parts
    ]
    lines = [line.padded() for line in render_comparison(result.with_findings(findings))]
    assert [sum(part.text in line for line in lines) for part in parts] == [1, 1]


def test_an_article_without_outlet_goes_by_its_headline() -> None:
    articles = [
        Article(text="A headline that goes on for very much longer than a label may\nText", id="a"),
        Article(text="x", title="Its title", id="b"),
    ]
    assert list(label_articles(articles, "en").by_article.values()) == ["“A headline that goes on for…”", "“Its title”"]


@pytest.mark.parametrize(
    ("text", "shown"), [("a\r\n b", "a b"), ("\x1b[2J", "\ufffd[2J"), ("\u202eevil", "\ufffdevil"), ("\x9b1m", "\ufffd1m")]
)
def test_controls_never_reach_the_terminal(text: str, shown: str) -> None:
    assert clean(text) == shown


# -- Commands


def test_two_files_are_compared_for_real_and_the_outputs_written(run: Run) -> None:
    options = [
        "--outlet",
        "Harbour Daily",
        "--outlet",
        "الساحل",
        "--published",
        "2024-04-01",
        "--html",
        "r.html",
        "--json",
        "r.json",
        "--csv",
        "r.csv",
    ]
    outcome = run("compare", "harbour.txt", "coast.txt", *options)
    assert (outcome.code, outcome.err) == (0, "")
    result = read_comparison("r.json")
    assert [(article.outlet, str(article.published)) for article in result.articles] == [
        ("Harbour Daily", "2024-04-01"),
        ("الساحل", "2024-04-01"),
    ]
    assert outcome.out.startswith(f"2 articles, {len(result.claims)} claims.")
    assert "<html" in Path("r.html").read_text(encoding="utf-8")
    with Path("r.csv").open(encoding="utf-8-sig", newline="") as table:
        assert len(list(csv.DictReader(table))) == len(result.findings)


def test_claims_are_listed_and_written(run: Run) -> None:
    outcome = run("claims", "harbour.txt", "coast.txt", "--json", "c.json", "--csv", "c.csv")
    assert outcome.code == 0
    assert "The old bridge will stay shut until 4 May 2024" in outcome.out
    claims = json.loads(Path("c.json").read_text(encoding="utf-8"))
    assert {claim["language"] for claim in claims} == {"en", "ar"}
    with Path("c.csv").open(encoding="utf-8-sig", newline="") as table:
        assert [row["text"] for row in csv.DictReader(table)] == [claim["text"] for claim in claims]


def test_a_dash_writes_to_standard_output_and_nothing_else_does(run: Run, with_result: None) -> None:
    assert json.loads(run("compare", "harbour.txt", "coast.txt", "--json", "-").out)["format_version"] == 1
    assert run("compare", "harbour.txt", "coast.txt", "--csv", "-").out.startswith("verdict,")
    assert isinstance(json.loads(run("claims", "harbour.txt", "--json", "-").out), list)


def test_a_folder_with_its_manifest_is_compared(run: Run, with_result: None) -> None:
    Path("articles.toml").write_text('[[article]]\nfile = "coast.txt"\noutlet = "Coast"\n', encoding="utf-8")
    assert run("compare", ".").code == 0


def test_interface_language_is_chosen(run: Run, with_result: None) -> None:
    assert run("compare", "harbour.txt", "coast.txt", "--lang", "ar").out.startswith("المقالات: 2")


def test_an_unreadable_file_is_named_the_rest_is_compared_and_the_exit_code_tells(run: Run, with_result: None) -> None:
    Path("empty.txt").write_text("", encoding="utf-8")
    outcome = run("compare", "harbour.txt", "empty.txt", "coast.txt")
    assert (outcome.code, outcome.err) == (1, "claimcmp: empty.txt: It holds no text.\n")
    assert outcome.out.startswith("2 articles")


def test_one_bad_line_of_a_table_is_named_and_no_failure(run: Run, with_result: None) -> None:
    Path("a.jsonl").write_text('{"text": "One thing."}\n{\n{"text": "Another thing."}\n', encoding="utf-8")
    outcome = run("compare", "a.jsonl")
    assert outcome.code == 0
    assert outcome.err.startswith("claimcmp: a.jsonl, line 2: It is not valid JSON")


def test_an_article_whose_claims_could_not_be_read_is_a_failure_and_goes_by_its_name(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    note = Skipped(name="c", reason=Reason(key="skipped_failed", parameters={"error": "boom"}))
    result = attrs.evolve(make_comparison(), skipped=(note,))
    monkeypatch.setattr(pipeline, "compare", lambda articles, **options: result)
    outcome = run("compare", "harbour.txt", "coast.txt")
    assert outcome.code == 1
    assert outcome.err == "claimcmp: “الجسر القديم مغلق”, 2024-04-02: Its claims could not be read: boom\n"


FAILURES = [
    (
        ["compare", "gone.txt", "coast.txt"],
        1,
        ["gone.txt: There is no such file or folder; check the name.", "1 readable article(s) given"],
    ),
    (["compare", "gone.txt"], 1, ["claimcmp: gone.txt: There is no such file"]),
    (["compare", "harbour.txt"], 1, ["1 readable article(s) given; a comparison needs two or more: give several files, or a folder."]),
    (["compare", "harbour.txt", "coast.txt", "--published", "2.3.2024"], 1, ["published='2.3.2024' is not a date"]),
    (["claims", "gone.txt"], 1, ["claimcmp: gone.txt: There is no such file"]),
    (["compare"], 2, ["Missing argument"]),
    (["compose"], 2, ["No such command"]),
    (["compare", "harbour.txt", "coast.txt", "--lang", "xx"], 2, ["--lang"]),
    (
        ["compare", "a", "b", "c", "--outlet", "A", "--outlet", "B"],
        2,
        ["--outlet is given 2 times for 3 FILEs; give it once for all, or once"],
    ),
    (["compare", "harbour.txt", "coast.txt", "--html", "gone/r.html"], 2, ["cannot be written: its folder does not exist"]),
    (["claims", "harbour.txt", "--json", "."], 2, ["cannot be written: it is a folder"]),
]


@pytest.mark.parametrize(("arguments", "code", "messages"), FAILURES)
def test_a_failure_says_what_and_how_to_mend_it_on_standard_error(run: Run, arguments: list[str], code: int, messages: list[str]) -> None:
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (code, "")
    shown = " ".join(outcome.err.replace("│", " ").split())
    assert [message for message in messages if message not in shown] == []


def test_an_output_that_cannot_be_written_is_a_failure_with_its_reason(
    run: Run, with_result: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    outcome = run("compare", "harbour.txt", "coast.txt", "--json", "r.json")
    assert (outcome.code, outcome.err) == (1, "claimcmp: r.json cannot be written: No space left on device; give another path.\n")


def test_help_shows_examples_and_version_shows_the_version(run: Run) -> None:
    assert "claimcmp compare a.txt b.txt --outlet" in run("compare", "--help").out
    assert run("--version").out.startswith("claimcmp ")
    assert run("--version").code == 0


def test_an_interrupt_ends_quietly_with_its_own_code(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(articles: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "compare", interrupt)
    assert run("compare", "harbour.txt", "coast.txt") == (130, "", "")


# -- Processes


def call(code_or_arguments: list[str], **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *code_or_arguments],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )


def test_output_is_utf8_without_colours_whatever_the_locale() -> None:
    done = call(["-m", "claimcmp", "claims", "seeds"], LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0", FORCE_COLOR="1")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "الجزيرة مباشر" in done.stdout.decode("utf-8")
    assert b"\x1b" not in done.stdout


def test_help_and_claims_load_nothing_heavy() -> None:
    heavy = {"pandas", "torch", "transformers", "sentence_transformers", "sklearn", "rich", "tqdm", "trafilatura", "charset_normalizer"}
    code = f"""
import sys
from claimcmp.cli import main
try:
    main(["claims", "seeds"])
except SystemExit as ended:
    assert not ended.code, ended.code
print(sorted({heavy!r} & set(sys.modules)), file=sys.stderr)
"""
    assert call(["-c", code]).stderr.strip() == b"[]"


@pytest.mark.skipif(os.name == "nt", reason="POSIX pipes")
def test_a_reader_that_goes_away_is_met_with_silence() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "claimcmp", "claims", "seeds"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 141


@pytest.mark.skipif(os.name == "nt", reason="POSIX terminals")
def test_a_terminal_gets_colours_and_lines_of_its_width() -> None:
    import pty  # not on Windows

    primary, secondary = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "COLUMNS": "50", "NO_COLOR": ""}
    with subprocess.Popen([sys.executable, "-m", "claimcmp", "claims", "seeds"], stdout=secondary, cwd=ROOT, env=environment):
        os.close(secondary)
        data = b""
        try:
            while chunk := os.read(primary, 65536):
                data += chunk
        except OSError:  # Linux: the other end was closed
            pass
    os.close(primary)
    shown = data.decode("utf-8")
    assert "\x1b[" in shown
    lines = re.sub(r"\x1b\[[0-9;]*m|[\u2068\u2069\u064b-\u0652]", "", shown).split("\r\n")
    assert 40 < max(map(len, lines)) <= 50


def test_help_shows_examples_line_by_line(run: Run) -> None:
    for command in ("compare", "claims"):
        shown = run(command, "--help").out
        assert "\\b" not in shown
        assert re.search(rf"^ +claimcmp {command} \S+", shown, re.MULTILINE)


def test_explain_tells_what_each_signal_added(run: Run) -> None:
    plain, explained = (
        run("compare", "harbour.txt", "coast.txt", "--unclear"),
        run("compare", "harbour.txt", "coast.txt", "--unclear", "--explain"),
    )
    assert "Rule that decided" not in plain.out
    assert len(re.findall("Rule that decided", explained.out)) == len(re.findall("^ +Pair score", explained.out, re.MULTILINE)) > 0


def test_a_misspelt_field_is_told_without_a_place_in_the_code(run: Run) -> None:
    rows = [{"text": HARBOUR, "outlet": "A", "publised": "2024-01-01"}, {"text": COAST, "outlet": "B"}]
    Path("rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    outcome = run("compare", "rows.jsonl")
    assert outcome.err == "claimcmp: the field 'publised' of an article is not read; did you mean 'published'?\n"


def test_the_models_that_come_along_are_listed(run: Run) -> None:
    shown = run("models")
    assert shown.code == 0
    assert "multilingual-e5-small (Q4_0)" in shown.out
    assert "Trained evidence on pairs" in shown.out
    assert "متجهات الأقوال" in run("models", "--lang", "ar").out


def test_a_model_that_does_not_work_is_listed_with_the_reason(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ModelError("weights.bin is damaged")

    monkeypatch.setattr("claimcmp.pairmodel.load_pair_model", fail)
    assert "not available: weights.bin is damaged" in run("models").out
