"""What is kept of somebody as a page to read: by topic, in tables, with nothing from elsewhere."""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from bot.domain.administering.rights_acts import RightsAct, RightsActKind
from bot.domain.rights.having import OwnRow
from bot.exchange.own_data.taken import Taken, attached_name, picture_names
from bot.messages import Day, File, Sayable, _, _n
from bot.showing.own_data.headings import HEADINGS
from bot.showing.own_data.topics import TOPIC_WORD, OwnTopic
from bot.showing.own_data.values import KEPT_AS, NOBODY, say_value, say_who_said
from bot.showing.own_data.views import OwnView, topics_of, view_of
from bot.showing.words.acts import say_act
from bot.showing.words.opened import OPERATOR

TEMPLATE = Path(__file__).parent / "page.html"

ROWS = 400
"""Rows of a table that are shown; a page with all of a long track could not be read any more."""

OPEN = 12
"""Rows up to which a table stands open; a longer one is opened by who wants to read it."""


def page_html(taken: Taken) -> str:
    """Write the page."""
    writer = _Writer(taken)
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        lang=taken.voice.language,
        title=writer.say(_("What Kompaan keeps of {name}", name=taken.person.name)),
        under=writer.say(_("As it was on {day}", day=Day(taken.at, full=True))),
        notes="".join(f"<p>{escape(line)}</p>" for line in taken.notes),
        contents=writer.contents(),
        sections="".join(writer.sections()),
        pictures=writer.pictures(),
        foot=writer.say(
            _("Everything that you may have also stands in data.json, for other programs.")
        ),
    )


class _Writer:
    """Writes one page, in its reader's language and time zone."""

    def __init__(self, taken: Taken) -> None:
        self._taken = taken
        shown = {table: _shown(table, rows) for table, rows in taken.data.tables.items()}
        self._rows = {table: rows for table, rows in shown.items() if rows}
        self._topics = topics_of(list(self._rows))

    def say(self, what: Sayable) -> str:
        """Render and escape something sayable."""
        return escape(self._taken.voice.say(what))

    def contents(self) -> str:
        """List the topics, each with how many rows it has."""
        items = [
            f'<li><a href="#{topic}">{self.say(TOPIC_WORD[topic])}</a> '
            f"<span>{sum(len(self._rows[table]) for table in tables)}</span></li>"
            for topic, tables in self._topics.items()
        ]
        if self._taken.pictures:
            count = len(self._taken.pictures)
            label = self.say(_("Pictures"))
            items.append(f'<li><a href="#pictures">{label}</a> <span>{count}</span></li>')
        return f"<ol>{''.join(items)}</ol>"

    def sections(self) -> Iterator[str]:
        """Write each topic with its tables."""
        for topic, tables in self._topics.items():
            body = "".join(self._table(table) for table in tables)
            yield f'<section id="{topic}"><h2>{self.say(TOPIC_WORD[topic])}</h2>{body}</section>'

    def pictures(self) -> str:
        """Show the pictures, each with what it shows in words."""
        shown = "".join(
            self._picture(name, file)
            for name, file in zip(
                picture_names(self._taken.pictures), self._taken.pictures, strict=True
            )
        )
        if not shown:
            return ""
        return f'<section id="pictures"><h2>{self.say(_("Pictures"))}</h2>{shown}</section>'

    def _picture(self, name: str, file: File) -> str:
        return (
            f'<figure><img src="{escape(name)}" alt="{escape(file.alt)}" loading="lazy">'
            f"<figcaption>{escape(file.caption)}</figcaption></figure>"
        )

    def _table(self, table: str) -> str:
        """Write one table: open where it is short, else behind its title."""
        view, rows = view_of(table), self._rows[table]
        count = f" <span>{len(rows)}</span>" if len(rows) > 1 else ""
        title = f"<h3>{self.say(view.title)}{count}</h3>"
        columns = [column for column in view.columns if self._says_something(column, rows)]
        if not columns:
            return title + f"<p>{self._counted(view, len(rows))}</p>"
        if len(rows) == 1:
            return title + self._single(table, columns, rows[0])
        body = self._many(table, columns, rows)
        if len(rows) <= OPEN:
            return title + body
        return f"<details><summary>{title}</summary>{body}</details>"

    def _many(self, table: str, columns: Sequence[str], rows: Sequence[OwnRow]) -> str:
        head = "".join(f'<th scope="col">{self.say(HEADINGS[column])}</th>' for column in columns)
        lines = (f"<tr>{self._cells(table, columns, row)}</tr>" for row in rows[:ROWS])
        more = len(rows) - ROWS
        older = _n("{count} older one: in data.json.", "{count} older ones: in data.json.", more)
        rest = f"<p>{self.say(older)}</p>" if more > 0 else ""
        return (
            f'<div class="wide" tabindex="0"><table><thead><tr>{head}</tr></thead>'
            f"<tbody>{''.join(lines)}</tbody></table></div>{rest}"
        )

    def _single(self, table: str, columns: Sequence[str], row: OwnRow) -> str:
        parts = (
            f"<dt>{self.say(HEADINGS[column])}</dt><dd>{said}</dd>"
            for column in columns
            if (said := self._said(table, column, row))
        )
        return f"<dl>{''.join(parts)}</dl>"

    def _counted(self, view: OwnView, count: int) -> str:
        if view.topic is OwnTopic.OTHER:
            return self.say(_("It stands in data.json."))
        return self.say(_n("{count} row, in data.json", "{count} rows, in data.json", count))

    def _says_something(self, column: str, rows: Sequence[OwnRow]) -> bool:
        """Say whether a column is worth its place: among many rows none that says no everywhere."""
        said = [row.get(KEPT_AS.get(column, column)) for row in rows]
        return any(said) or (len(said) == 1 and said[0] not in (None, ""))

    def _cells(self, table: str, columns: Sequence[str], row: OwnRow) -> str:
        return "".join(
            f'<td data-label="{self.say(HEADINGS[column])}">{self._said(table, column, row)}</td>'
            for column in columns
        )

    def _said(self, table: str, column: str, row: OwnRow) -> str:
        value: Any = row.get(KEPT_AS.get(column, column))
        if table == "opened" and column == "looker_id" and value is None:
            return self.say(OPERATOR)
        if value is None:
            return ""
        if table == "rights_act" and column == "act":
            return self._act(row)
        if table == "attached" and column == "data":
            name = escape(attached_name(row))
            return f'<a href="{name}">{name.partition("/")[2]}</a>'
        if table == "asked" and column == "key":
            return self._question(value, row)
        if column == "mine" and table == "chat_message":
            return self.say(say_who_said(mine=bool(value)))
        if (met := self._taken.data.points.get(table, {}).get(column)) is not None:
            return self.say(self._name(met, value))
        return self.say(say_value(column, value, self._taken.voice.time_zone)).replace("\n", "<br>")

    def _name(self, met: str, identity: Any) -> str:
        return self._taken.data.names.get(met, {}).get(identity, NOBODY)

    def _question(self, key: str, row: OwnRow) -> str:
        """Say a question as it was asked; of one that is no longer in use nothing."""
        prompt, voice = self._taken.prompts.get(key), self._taken.voice
        if prompt is None:
            return ""
        indicator = row.get("indicator_id")
        what = self._name("indicator", indicator) if indicator is not None else ""
        said = prompt.said(voice.language, what, row.get("times") or 0, voice.rename)
        return escape(said).replace("\n", "<br>")

    def _act(self, row: OwnRow) -> str:
        """Say a line of the log of acts in a sentence."""
        kind, who, whom = row["kind"], row.get("by_id"), row.get("about_id")
        known = RightsActKind(kind) if kind in set(RightsActKind) else kind
        act = RightsAct(0, known, row["at"], who, whom, row.get("ids") or {})
        return self.say(say_act(act, self._named))

    def _named(self, person_id: int | None) -> Sayable | None:
        return None if person_id is None else self._name("person", person_id)


def _shown(table: str, rows: Sequence[OwnRow]) -> Sequence[OwnRow]:
    """List the rows that are shown of a table, the newest first where it has such an order."""
    view = view_of(table)
    said = [row for row in rows if not view.words or view.words in row]
    if not view.newest:
        return said
    return sorted(said, key=lambda row: str(row.get(view.newest) or ""), reverse=True)
