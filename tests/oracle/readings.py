"""How the readings of a question come together (interface: status, value, safe, exact, missing).

A question is a function of a `Reader`. Where a text allows several readings the function asks the reader to choose, the
preferred one first; it is run once for every way of choosing. It returns a value or raises `Stop`.
"""
import collections
import datetime
import math
from fractions import Fraction

REFUSED, SILENT, DELEGATED, MISSING, CONFLICT = "refused", "silent", "delegated", "missing", "conflict"
EFFECTIVE, AMBIGUOUS = "effective", "ambiguous"
STRENGTH = (DELEGATED, SILENT, MISSING, CONFLICT)  # in a sum the later one wins


class Stop(Exception):
    """No value: why, what is not given (`missing`), how many prices nobody has named, and what is allowed instead."""

    def __init__(self, status, *, missing=(), unpriced=0, instead=None):
        super().__init__(status)
        self.status, self.missing, self.unpriced, self.instead = status, frozenset(missing), unpriced, instead


class Reader:
    """One way of reading: `choose` takes the next alternative of the script, the first one where the script ends."""

    def __init__(self, script=()):
        self.script, self.taken, self.counts, self.cited = list(script), {}, [], set()

    def choose(self, point, *alternatives):
        """A provision is read alike throughout one answer: a point is decided once."""
        if point not in self.taken:
            at = len(self.counts)
            self.taken[point] = self.script[at] if at < len(self.script) else 0
            self.counts.append(len(alternatives))
        return alternatives[self.taken[point]]

    def cite(self, *documents):
        self.cited.update(documents)


def ways(question):
    """Runs the question for every way of reading it, the preferred one first."""
    script = []
    while True:
        reader = Reader(script)
        try:
            yield reader, question(reader)
        except Stop as stop:
            yield reader, stop
        script = list(reader.taken.values())
        while script and script[-1] + 1 == reader.counts[len(script) - 1]:
            script.pop()
        if not script:
            return
        script[-1] += 1


def values(question):
    """The values alone, a status where there is none."""
    return [found.status if isinstance(found, Stop) else found for _, found in ways(question)]


def total(parts):
    """A sum of functions: what is not given beats what is silent, and that what is left to a quote."""
    amount, stops = Fraction(0), []
    for part in parts:
        try:
            amount += part()
        except Stop as stop:
            stops.append(stop)
    if stops:
        status = max((each.status for each in stops), key=STRENGTH.index)
        if status == CONFLICT:
            raise Stop(status)
        raise Stop(status, missing=frozenset().union(*(each.missing for each in stops)),
                   unpriced=sum(each.unpriced for each in stops))
    return amount


def half_up(value):
    return math.floor(value + Fraction(1, 2))


Outcome = collections.namedtuple("Outcome", "status value exact")  # one row of the answer's readings


def outcomes(found, rounding):
    """A value that no provision rounds shows what each usual rounding would make of it."""
    if isinstance(found, Stop):
        return [Outcome(found.status, None, None)]
    if isinstance(found, datetime.date):
        return [Outcome(EFFECTIVE, found.isoformat(), None)]
    if isinstance(found, str):
        return [Outcome(EFFECTIVE, found, None)]
    exact = Fraction(found)
    if exact.denominator == 1:
        return [Outcome(EFFECTIVE, int(exact), None)]
    if rounding == "truncate":
        return [Outcome(EFFECTIVE, math.floor(exact), None)]
    if rounding == "half-up":
        return [Outcome(EFFECTIVE, half_up(exact), None)]
    return [Outcome(DELEGATED, each(exact), str(exact)) for each in (math.floor, half_up)]


def expectation(question, *, worst=max, rounding="unspecified"):
    """What the program must answer; `worst` picks the safe one among the values of all readings."""
    rows, cites, first = [], set(), ()
    for reader, found in ways(question):
        cites |= reader.cited
        shown = outcomes(found, rounding)
        first = first or (found, shown)
        rows += [each for each in shown if each not in rows]
    found, shown = first
    preferred, refusal = shown[0], found if isinstance(found, Stop) else None
    fraction = preferred.exact
    kinds = {(each.status, each.exact or each.value) for each in rows}
    missing = set(refusal.missing) if refusal else {"yen-rounding"} if fraction else set()
    certain = all(each.status == EFFECTIVE for each in rows)
    answer = {"status": AMBIGUOUS if len(kinds) > 1 else preferred.status,
              "value": None if fraction else preferred.value,
              "readings": [[each.status, each.value] for each in rows],
              "safe": worst(each.value for each in rows) if certain else None,
              "missing": sorted(missing), "unpriced": refusal.unpriced if refusal else 0, "cites": sorted(cites)}
    if fraction:
        answer["exact"] = fraction
    if refusal and refusal.instead:
        answer["instead"] = refusal.instead.isoformat()
    return answer
