"""The provisions of IIJ: GEN 一般規程 2026-02-01, MX 個別規程セキュアMX 2025-04-01, SA 個別規程セキュアアクセス 2026-04-01."""
import math
from fractions import Fraction

from civil_code import counted_back, elapses, months_begun, months_by_days, plus, term_end
from readings import CONFLICT, Stop

GEN, MX, SA = "iij/general", "iij/secure-mx", "iij/secure-access"

# MX 7条3項, SA 9条3項: the minimum term of each option in months; 0 is 最低利用期間はありません.
OPTION_MONTHS = {"advanced-archive": 12, "dox-link": 1, "mail-audit": 1, "mailbox-plus": 1, "mailing-list": 1,
                 "account-api": 1, "spare-mail": 1, "sandbox": 1, "private-relay": 1, "omnibus-link": 0,
                 "iij-id-link": 0, "setup-consulting": 0, "web-sandbox": 1, "dedicated-ip": 0}
# MX 別紙1の1(2), 2(2); SA 別紙1の1(2), 2(2): what costs 0円. All else is 当社が別途契約者に示す金額.
FREE = {"initial": {"dox-link", "account-api", "omnibus-link", "iij-id-link", "web-sandbox"},
        "monthly": {"dox-link", "account-api", "omnibus-link", "iij-id-link", "setup-consulting", "dedicated-ip"}}

SPECIAL = ("customer-special", "discontinuation")  # GEN 28条2項・3項


def own_document(contract):
    return SA if contract["service"] == "secure-access" else MX


def price_of(contract_price, option, kind):
    """別紙1: 0円 stands against another quote unranked (GEN 10条 does not rank the order form inside the contract)."""
    if option in FREE[kind]:
        if contract_price not in (None, 0):
            raise Stop(CONFLICT)
        return 0
    return contract_price


def ending(notice, designated=None):
    """MX 9条1項, SA 11条, MX 7条4項, SA 9条4項: the later of 30日を経過する日 and the day designated."""
    return max(filter(None, (elapses(notice, days=30), designated)))


def latest_notice(effect):
    """The same provisions the other way round."""
    return plus(effect, -30)


def special_ending(notice, designated=None):
    """GEN 28条2項: その通知が当社に到達した日に."""
    return max(notice, designated or notice)


def main_charge_is_due(ground):
    """MX 11条1項, SA 13条1項括弧書: not where it ended by GEN 28条2項・3項."""
    return ground not in SPECIAL


def option_charge_is_due(read, ground):
    """MX 11条2項, SA 13条2項 have no such words: as printed, or by analogy (F-013)."""
    return ground not in SPECIAL or read.choose("option carve-out", True, False)


def residual(read, start, months, end, divisor=None):
    """MX 別紙2, SA 別紙2: 残余の期間, by days or by whole months begun; 0 where the term has run out."""
    last = term_end(start, months) if months else None
    if last is None or end >= last:
        return Fraction(0)
    first = max(plus(end, 1), start)
    return read.choose("residual", lambda: months_by_days(first, last, divisor),
                       lambda: Fraction(months_begun(first, last)))()


def late_charge(read, amount, late):
    """GEN 34条: nothing through the 10th day; 2/100 through the 30th; then 15/1000 for every 30 days more (F-017)."""
    if late <= 10:
        return Fraction(0)
    amount = amount()
    charge = Fraction(2 * amount, 100)
    if late > 30:
        steps = read.choose("30日までごとに", (late - 30) // 30, math.ceil(Fraction(late - 30, 30)))
        charge += steps * Fraction(15 * amount, 1000)
    return charge


def surcharge(evaded):
    """GEN 33条: 免れた金額の2倍."""
    return 2 * evaded


def credit(hours, monthly):
    """MX 13条・別紙3, SA 14条・別紙3: whole 24 hours × monthly fee / 30, from 24 hours on."""
    return monthly() * (hours // 24) / 30 if hours >= 24 else Fraction(0)


def claim_deadline(accrued):
    """MX 13条ただし書, SA 14条ただし書: 3ヶ月を経過する日."""
    return elapses(accrued, months=3)


def notice_before(read, effect, **count):
    """GEN 24条2項 14日前まで, 26条2項 3ヶ月前まで: the day counted back, or with clear days between."""
    latest = counted_back(effect, **count)
    return read.choose("N前まで", latest, plus(latest, -1))
