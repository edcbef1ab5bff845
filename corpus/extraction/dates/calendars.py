"""Days of other calendars: Solar Hijri, Hijri, Buddhist, Minguo and the eras of Japan."""

from collections.abc import Mapping
from datetime import date

from corpus.folding import fold

_MONTHS_OF_SPRING, _SPRING_DAYS, _DAYS = 6, 31, 30
_SOLAR_EPOCH = date(622, 3, 22).toordinal()
_LEAP_CYCLE, _LEAP_YEARS = 33, 8
SOLAR_YEARS = range(1280, 1451)
"""Within these the rule of 33 years gives the days that Iran's calendar has."""
LUNAR_YEARS = range(1343, 1501)
BUDDHIST_YEARS = range(2400, 2600)
ETHIOPIAN_YEARS = range(1850, 2101)
_ETHIOPIAN_EPOCH = 2796
_BUDDHIST, _MINGUO = 543, 1911

ERAS: Mapping[str, int] = {
    "明治": 1867,
    "大正": 1911,
    "昭和": 1925,
    "平成": 1988,
    "令和": 2018,
    "民國": _MINGUO,
    "民国": _MINGUO,
}
"""The Gregorian year before the first of each era."""


def _table(names: str) -> dict[str, int]:
    return {
        fold(name.replace("\u200c", " ")).strip(): number
        for number, line in enumerate(names.strip().splitlines(), 1)
        for name in line.split(" | ")
    }


SOLAR_MONTHS: Mapping[str, int] = _table(
    """
    فروردین | حمل | وری | farvardin
    اردیبهشت | ثور | غویی | ordibehesht
    خرداد | جوزا | غبرګولی | khordad
    تیر | سرطان | چنګاښ | tir
    مرداد | امرداد | اسد | زمری | mordad
    شهریور | سنبله | وږی | shahrivar
    مهر | میزان | تله | mehr
    آبان | عقرب | لړم | aban
    آذر | قوس | لیندۍ | azar
    دی | جدی | مرغومی | dey
    بهمن | دلو | سلواغه | bahman
    اسفند | حوت | کب | esfand
    """
)
LUNAR_MONTHS: Mapping[str, int] = _table(
    """
    محرم | محرم الحرام | muharram
    صفر | safar
    ربيع الأول | ربيع الاول | ربیع‌الاول | rabi al-awwal
    ربيع الآخر | ربيع الاخر | ربيع الثاني | ربیع‌الثانی | rabi al-thani
    جمادى الأولى | جمادى الاولى | جمادی‌الاول | jumada al-awwal
    جمادى الآخرة | جمادى الاخرة | جمادى الثانية | جمادی‌الثانی | jumada al-thani
    رجب | رجب المرجب | rajab
    شعبان | shaban
    رمضان | رمضان المبارك | ramadan | ramazan
    شوال | شوّال | shawwal
    ذو القعدة | ذي القعدة | ذوالقعدة | ذی‌القعده | dhu al-qadah
    ذو الحجة | ذي الحجة | ذوالحجة | ذی‌الحجه | dhu al-hijjah
    """
)


ETHIOPIAN_MONTHS: Mapping[str, int] = _table(
    """
    መስከረም
    ጥቅምት
    ኅዳር | ህዳር | ሕዳር
    ታኅሣሥ | ታህሣሥ | ታህሳስ | ታኅሳስ
    ጥር
    የካቲት
    መጋቢት
    ሚያዝያ | ሚያዚያ
    ግንቦት
    ሰኔ
    ሐምሌ | ሃምሌ
    ነሐሴ | ነሃሴ
    ጳጉሜን | ጳጉሜ
    """
)
"""Amharic calls the months of the Gregorian calendar by other names; Tigrinya calls them by these."""


def solar_hijri(year: int, month: int, day: int) -> date:
    """The Gregorian day of a day in Iran's and Afghanistan's calendar. Raises `ValueError` where there is none."""
    spring = min(month - 1, _MONTHS_OF_SPRING)
    most = _SPRING_DAYS if month <= _MONTHS_OF_SPRING else _DAYS
    if year not in SOLAR_YEARS or not 1 <= month <= 12 or not 1 <= day <= most:  # noqa: PLR2004 - months of a year
        raise ValueError(f"no day {year}-{month}-{day} in the Solar Hijri calendar")
    leaps = (_LEAP_YEARS * year + 21) // _LEAP_CYCLE
    in_year = spring * _SPRING_DAYS + (month - 1 - spring) * _DAYS + day - 1
    return date.fromordinal(_SOLAR_EPOCH - 1 + (year - 1) * 365 + leaps + in_year)


def hijri(year: int, month: int, day: int) -> date:
    """The Gregorian day of a day in the calendar of Umm al-Qura. Raises `ValueError` where it has none."""
    from hijridate import Hijri  # noqa: PLC0415 - few texts name such a day

    try:
        return date.fromisoformat(Hijri(year, month, day).to_gregorian().isoformat())
    except OverflowError as fault:
        raise ValueError(f"the year {year} is not in the tables of the Hijri calendar") from fault


def ethiopian(year: int, month: int, day: int) -> date:
    """The Gregorian day of a day in Ethiopia's calendar. Raises `ValueError` where it has none.

    Twelve months of thirty days, and a thirteenth of five or, every fourth year, six (Dershowitz and Reingold,
    Calendrical Calculations).
    """
    most = _DAYS if month <= 12 else 6 if year % 4 == 3 else 5  # noqa: PLR2004 - the rule above
    if year not in ETHIOPIAN_YEARS or not 1 <= month <= 13 or not 1 <= day <= most:  # noqa: PLR2004 - months of a year
        raise ValueError(f"no day {year}-{month}-{day} in the calendar of Ethiopia")
    return date.fromordinal(_ETHIOPIAN_EPOCH + 365 * (year - 1) + year // 4 + _DAYS * (month - 1) + day - 1)


def buddhist_year(year: int) -> int:
    """The Gregorian year of a year of Thailand's calendar."""
    return year - _BUDDHIST
