#!/usr/bin/env python3
"""check_outline.py ROOT: the terms leave nothing out of the published texts and put nothing in.

outline.yaml is a table of contents of each text, taken from the text alone. Held against it, of every document:

- the articles, their order and their headings;
- the paragraphs of each article and the items of each paragraph, numbered from 1 without a gap;
- the rows of the definitions and of the tables inside articles;
- the dated versions, and the supplementary provisions that say more than a day;
- the annexes, their captions in order, and the rows and notes of each table.

It counts; it does not read. White space and width do not matter in a heading or caption (NFKC).
Where the two differ, the published text says which of them is wrong.
"""
import pathlib
import re
import sys
import unicodedata

import yaml

ROOT = pathlib.Path(sys.argv[1])
OUTLINE = pathlib.Path(__file__).with_name("outline.yaml")
PROBLEMS = []


def complain(document, place, words):
    PROBLEMS.append(f"{document} {place}: {words}")


def bare(words):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", str(words or "")))


def compare(document, place, what, terms, printed):
    if terms != printed:
        complain(document, place, f"{what} {terms}, printed {printed}")


def compare_numbers(document, place, what, terms, count):
    """The numbers run from 1 to the count, in order."""
    if terms != list(range(1, count + 1)):
        shown = len(terms) if terms == list(range(1, len(terms) + 1)) else terms
        complain(document, place, f"{what} {shown}, printed {count}")


def notes(parts, key):
    """A note of a table stands among its rows or below them, under a word and not a number."""
    return sum(1 for part in parts if not isinstance(part[key], int))


def rows(items):
    """A row whose first cell spans several is an item with one subitem for each."""
    return sum(max(1, len(item.get("subitems", []))) for item in items if isinstance(item["item"], int))


def compare_paragraphs(document, place, paragraphs, counts):
    compare_numbers(document, place, "paragraphs", [each["paragraph"] for each in paragraphs], len(counts))
    for paragraph, count in zip(paragraphs, counts):
        numbers = [item["item"] for item in paragraph.get("items", [])]
        if count is not None:
            compare_numbers(document, f"{place}第{paragraph['paragraph']}項", "items", numbers, count)


def compare_article(document, outline, article):
    number = article["article"]
    place = f"第{number}条" if "-" not in str(number) else "第{}条の{}".format(*str(number).split("-"))
    heading, *counts = outline["articles"][number]
    compare(document, place, "heading", bare(article.get("heading")), bare(heading))
    paragraphs = article["paragraphs"]
    items = paragraphs[0].get("items", [])
    if number == outline.get("defined-in"):
        defined = sum(1 for item in items if item.get("name") and item.get("defines"))
        compare(document, place, "defined terms", defined, outline["defined-terms"])
        counts[0] = outline["defined-terms"]
    elif number in outline.get("tables", {}):
        printed = outline["tables"][number]
        compare(document, place, "rows and notes", [rows(items), notes(items, "item")], printed)
        counts[0] = None
    compare_paragraphs(document, place, paragraphs, counts)


def compare_articles(document, outline, terms):
    articles = [part for part in terms["provisions"] if "article" in part]
    numbers = [part["article"] for part in articles]
    printed = list(outline["articles"])
    for number in printed:
        if number not in numbers:
            complain(document, f"第{number}条", "not in the terms")
    for number in numbers:
        if number not in printed:
            complain(document, f"第{number}条", "not in the published text")
    if sorted(map(str, numbers)) == sorted(map(str, printed)):
        compare(document, "articles", "order", numbers, printed)
    for article in articles:
        if article["article"] in printed:
            compare_article(document, outline, article)
    return len(set(numbers) & set(printed))


def compare_versions(document, outline, terms):
    history = terms.get("history", [])
    compare(document, "附則", "versions", len(history), outline["versions"])
    if history != sorted(set(history)):
        complain(document, "附則", "versions not in order")
    if history:
        compare(document, "附則", "first version", str(history[0]), str(outline["first-version"]))
        compare(document, "附則", "last version", str(history[-1]), str(outline["last-version"]))
    supplements = {str(part["supplement"]): part["paragraphs"] for part in terms["provisions"] if "supplement" in part}
    printed = {str(date): counts for date, counts in outline.get("supplements", {}).items()}
    compare(document, "附則", "supplements", list(supplements), list(printed))
    for date in supplements.keys() & printed.keys():
        compare_paragraphs(document, f"附則{date}", supplements[date], printed[date])


def printed_tables(parts, above=()):
    """Of each part without parts: its captions, its rows, its notes. An outer caption goes with its first part only."""
    for part in parts:
        captions = above + (part["caption"],)
        if "parts" in part:
            yield from printed_tables(part["parts"], captions)
        else:
            yield captions, part.get("rows"), part["notes"]
        above = ()


def tables(annex):
    """The same of an annex of the terms, where a table is a paragraph, or an item with a name."""
    for paragraph in annex["paragraphs"]:
        above = [annex["label"], annex.get("heading"), paragraph.get("heading")]
        items = paragraph.get("items", [])
        if "columns" in paragraph:
            yield above + [paragraph.get("text")], rows(items), notes(items, "item")
        elif any("name" in item for item in items):
            for item in items:
                count = len(item["rows"]) if "columns" in item else None
                yield above + [item["name"]], count, notes(item.get("subitems", []), "subitem")
        else:
            yield above, None, 0


def compare_annex(document, label, outline, annexes):
    """An annex of several lettered parts may be as many annexes in the terms."""
    if len(annexes) == 1:
        compare(document, label, "heading", bare(annexes[0].get("heading")), bare(outline["heading"]))
    if "paragraphs" in outline:
        numbers = [each["paragraph"] for annex in annexes for each in annex["paragraphs"]]
        compare_numbers(document, label, "paragraphs", numbers, outline["paragraphs"])
        return
    found = [table for annex in annexes for table in tables(annex)]
    printed = list(printed_tables(outline["parts"]))
    compare(document, label, "parts", len(found), len(printed))
    if len(found) != len(printed):
        return
    for (words, *counts), (captions, *printed_counts) in zip(found, printed):
        there = "".join(map(bare, words))
        for caption in captions:
            if re.sub(r"^\(?\d+\)?\.?", "", bare(caption)) not in there:
                complain(document, label, f"caption `{caption}` not in `{there}`")
        compare(document, f"{label} {captions[-1]}", "rows and notes", counts, printed_counts)


def compare_annexes(document, outline, terms):
    annexes = [part for part in terms["provisions"] if "annex" in part]
    printed = outline.get("annexes", {})
    groups = {label: [annex for annex in annexes if annex["label"].startswith(label)] for label in printed}
    for label, group in groups.items():
        if group:
            compare_annex(document, label, printed[label], group)
        else:
            complain(document, label, "not in the terms")
    for annex in annexes:
        if not any(annex in group for group in groups.values()):
            complain(document, annex["label"], "not in the published text")


compared = 0
for document, outline in yaml.safe_load(OUTLINE.read_text(encoding="utf-8")).items():
    terms = yaml.safe_load((ROOT / (document.replace("@", "/") + ".yaml")).read_text(encoding="utf-8"))
    compared += compare_articles(document, outline, terms)
    compare_versions(document, outline, terms)
    compare_annexes(document, outline, terms)
print("\n".join(PROBLEMS), end="\n" if PROBLEMS else "")
print(f"{compared} articles compared, {len(PROBLEMS)} differences")
sys.exit(1 if PROBLEMS else 0)
