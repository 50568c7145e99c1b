"""Buttons outlive a version: every code that was given out is still read, and written the same.

Whoever gives out a new kind of button adds its codes here, and never takes one away.
"""

import ast
from enum import StrEnum
from pathlib import Path
from types import NoneType
from typing import Literal, get_args, get_origin, get_type_hints

import pytest

from bot.messages import CODE_LIMIT
from handlers.routes import TABLE

HANDLERS = Path(__file__).parents[2] / "handlers"
LARGEST = 10**18 - 1

GIVEN_OUT: dict[str, tuple[str, ...]] = {
    # who runs the school
    "ba": ("ba",),
    "bp": ("bp",),
    "bi": ("bi:1", "bi:230"),
    "bn": ("bn:1", "bn:230"),
    "bg": ("bg",),
    "bv": ("bv:1:ask", "bv:23:yes"),
    "bd": ("bd:1:ask", "bd:23:yes"),
    "bt": ("bt:1", "bt:230"),
    "be": ("be:1:1:ask", "be:23:41:yes"),
    "br": ("br:1:1", "br:23:41"),
    "bm": ("bm",),
    "bc": ("bc:1:make:ask", "bc:1:end:ask", "bc:23:make:yes", "bc:23:end:yes"),
    "bl": ("bl",),
    "bf": ("bf",),
    "bh": ("bh",),
    "bs": ("bs:full", "bs:first", "bs:discreet"),
    "bx": ("bx",),
    "by": ("by:1", "by:23"),
    "bz": ("bz:1:12:24", "bz:23:240:240"),
    "bo": ("bo:1", "bo:23"),
    "bk": ("bk:1:yes", "bk:23:no"),
    # the desk
    "dk": ("dk:0", "dk:3:contracts", "dk:0:coaching", "dk:1:developing", "dk:2:visiting"),
    "dt": ("dt:1:0", "dt:230:3"),
    "dn": ("dn",),
    "dy": ("dy:20261014", "dy:20271231"),
    "ds": ("ds:1", "ds:230"),
    "dm": ("dm:1:20261014", "dm:230:20271231"),
    "dh": ("dh:1:contracts", "dh:2:coaching", "dh:3:developing", "dh:230:visiting"),
    "de": ("de:1", "de:230"),
    "du": ("du:1", "du:230"),
    "dx": ("dx:1", "dx:230"),
    "bta": ("bta",),
    "btc": ("btc:1:make:ask", "btc:1:end:ask", "btc:23:make:yes", "btc:23:end:yes"),
    "btn": ("btn:1:make", "btn:23:end"),
    # teachers new to dual learning
    "nwl": ("nwl:0", "nwl:3"),
    "nws": ("nws:1", "nws:230"),
    "nwt": ("nwt:1:welcome", "nwt:230:third"),
    "nwp": ("nwp:1:welcome", "nwp:230:third"),
    "nwm": ("nwm:1:welcome:202610151400", "nwm:230:third:202712312359"),
    "nwc": ("nwc:1:first:202610151400", "nwc:230:third:202712312359"),
    "nwy": ("nwy:1:welcome", "nwy:230:second"),
    "nwo": ("nwo:1:welcome", "nwo:230:together"),
    "nww": ("nww:1:welcome", "nww:230:third"),
    "nwd": ("nwd:1:welcome:20261014", "nwd:230:third:20261231"),
    "nwn": ("nwn:1:welcome", "nwn:230:third"),
    "nwi": ("nwi:1", "nwi:230"),
    "nwg": ("nwg",),
    "nwh": ("nwh:202610151400", "nwh:202712312359"),
    "nwj": ("nwj:202610151400", "nwj:202712312359"),
    "nwk": ("nwk",),
    "nwq": ("nwq",),
    "nwr": ("nwr:20261014", "nwr:20261231"),
    "nwx": ("nwx:1", "nwx:230"),
    "nwb": ("nwb",),
    "nwa": ("nwa:1", "nwa:230"),
    "nwe": ("nwe:1", "nwe:230"),
    "nwv": ("nwv:1", "nwv:230"),
    "nwz": ("nwz",),
    "nwu": ("nwu:welcome", "nwu:third"),
    "nwf": ("nwf",),
    # students who go to another coach
    "ub": ("ub:1", "ub:230"),
    "uh": ("uh:1:0", "uh:230:3"),
    "uc": ("uc:1:0:0", "uc:230:41:2"),
    "us": ("us:1:0:2", "us:230:41:7"),
    "ug": ("ug:1:0:2", "ug:230:41:7"),
    "uf": ("uf:1:0:2:2588", "uf:230:41:7:0"),
    "ue": ("ue:1", "ue:230"),
    "ul": ("ul:1", "ul:230"),
    # visits at workplaces
    "yg": ("yg:1", "yg:230"),
    "sua": ("sua:12", "sua:4711"),
    "sub": ("sub:12:mentor", "sub:4711:teacher"),
    "suc": ("suc:12:mentor:0", "suc:4711:teacher:230"),
    "suw": ("suw:12:mentor:0", "suw:4711:teacher:230"),
    "sud": ("sud:12:m:0:41", "sud:4711:t:230:41"),
    "suf": ("suf:7:20261212", "suf:41:20270131"),
    "sus": ("sus:12", "sus:4711"),
    "sue": ("sue:12", "sue:4711"),
    "suo": ("suo:12", "suo:4711"),
    "sum": ("sum:12:20261212", "sum:4711:20270131"),
    "sui": ("sui:12", "sui:4711"),
    "yv": ("yv:1", "yv:230"),
    "yl": ("yl:0", "yl:3"),
    "yp": ("yp:1", "yp:230"),
    "ym": ("ym:1:202610151400", "ym:230:202712312359"),
    "yc": ("yc:1:202610151400", "yc:230:202712312359"),
    "yt": ("yt:1", "yt:230"),
    "yo": ("yo:1", "yo:230"),
    "yr": ("yr:1", "yr:230"),
    "yw": ("yw:1", "yw:230"),
    "yd": ("yd:1:20261014", "yd:230:20261231"),
    "yi": ("yi:1:going", "yi:230:talked"),
    "yk": ("yk:1:going", "yk:230:talked"),
    "yq": ("yq:1", "yq:230"),
    "yb": ("yb:1:mentor", "yb:230:coach"),
    "yz": ("yz:1", "yz:230"),
    "ye": ("ye:1:kept", "ye:230:dropped"),
    "yu": ("yu:1", "yu:230"),
    "yx": ("yx:1", "yx:230"),
    "yf": ("yf:1", "yf:230"),
    # in which education a programme stands
    "Ba": ("Ba",),
    "Be": ("Be:1", "Be:23"),
    "Bs": ("Bs:1:compulsory", "Bs:23:higher"),
    # agreements about placements
    "Aa": ("Aa:1", "Aa:230"),
    "Al": ("Al:0", "Al:3"),
    "Ah": ("Ah:1", "Ah:1:195", "Ah:230:200"),
    "Aw": ("Aw:1", "Aw:230"),
    "Ad": ("Ad:1", "Ad:230"),
    "Am": ("Am:1:20260901:20270630", "Am:230:20261014:20261231"),
    "Au": ("Au:1", "Au:230"),
    "Ak": ("Ak:1:signed_company:yes", "Ak:230:goals:no"),
    "As": ("As:1", "As:230"),
    "Ar": ("Ar:1:student", "Ar:230:mentor"),
    "Ae": ("Ae:1", "Ae:230"),
    "Ao": ("Ao:1", "Ao:230:20261231"),
    # interventions
    "nvl": ("nvl:0", "nvl:3"),
    "nvn": ("nvn:0", "nvn:3"),
    "nva": ("nva:student:1", "nva:authorities:0", "nva:class_group:230"),
    "nvs": ("nvs:1", "nvs:230"),
    "nvv": ("nvv:1:micro", "nvv:230:macro"),
    "nvp": ("nvp:1:process", "nvp:230:actor"),
    "nvq": ("nvq:1", "nvq:230"),
    "nvx": ("nvx:1", "nvx:230"),
    "nvh": ("nvh:1:yes", "nvh:230:unknown"),
    "nvu": ("nvu:1", "nvu:230"),
    "nvo": ("nvo:1", "nvo:230"),
    "nvy": ("nvy",),
    "nvf": ("nvf",),
    # recognitions of workplaces, and the training of mentors
    "grs": ("grs:1", "grs:230"),
    "grl": ("grl:0", "grl:3"),
    "gru": ("gru:1", "gru:230"),
    "grd": ("grd:1", "grd:1:20310831", "grd:230:20311231"),
    "grf": ("grf:1:20260901", "grf:230:20311231"),
    "gra": ("gra:1", "gra:230"),
    "gcs": ("gcs:1", "gcs:230"),
    "gcl": ("gcl:0", "gcl:3"),
    "gca": ("gca:1:done", "gca:230:planned"),
    "gcn": ("gcn:1:done", "gcn:1:done:20261014", "gcn:230:planned:20271231"),
    "gcd": ("gcd:1", "gcd:230"),
    # the live menu: the first number is its serial
    "st": ("st:7:12", "st:999999999999999999:999999999999999999"),
    "sp": ("sp:7:0", "sp:8:3"),
    "cp": ("cp:7:0", "cp:8:2"),
    "sc": ("sc:7:12", "sc:41:230"),
    "sq": ("sq:7:3", "sq:7:5", "sq:41:7"),
    "xs": ("xs:7:0", "xs:41:3"),
    "sm": ("sm:7:12:X", "sm:7:12:L", "sm:41:230:V"),
    "sv": ("sv:7:12:N", "sv:7:12:S", "sv:41:230:R"),
    "sn": ("sn:7:12", "sn:41:230"),
    "sg": ("sg:7:back", "sg:7:here", "sg:41:next"),
    "sr": ("sr:7", "sr:41"),
    "sd": ("sd:7", "sd:41"),
    "so": ("so:7:12", "so:41:230"),
    "sw": ("sw:7", "sw:41"),
    "ka": ("ka:7:12:X", "ka:7:12:L", "ka:41:230:V"),
    "kb": ("kb:7:12:N", "kb:7:12:S", "kb:41:230:R"),
    "kc": ("kc:7:12", "kc:41:230"),
    "kd": ("kd:7:12:mastery", "kd:41:230:coverage"),
    "ke": ("ke:7:X", "ke:7:L", "ke:41:V"),
    "kf": ("kf:7:N", "kf:7:S", "kf:41:R"),
    "kg": ("kg:7", "kg:41"),
    "kh": ("kh:7:0:marks", "kh:7:1:often", "kh:41:2:notes"),
    "ki": ("ki:7:12", "ki:41:230"),
    "kj": ("kj:7", "kj:41"),
    "kl": ("kl:7", "kl:41"),
    "km": ("km:7", "km:41"),
    "gt": ("gt:7:12", "gt:41:230"),
    "gk": ("gk:7:12", "gk:41:230"),
    "gi": ("gi:7:1", "gi:41:13"),
    "gm": ("gm:7:1:X", "gm:7:1:L", "gm:41:13:V"),
    "tw": ("tw:7:0", "tw:41:3"),
    "tk": ("tk:7:12", "tk:41:230"),
    "tt": ("tt:7:12", "tt:41:230"),
    "td": ("td:7", "td:41"),
    "ya": ("ya:1", "ya:23"),
    "yn": ("yn:1", "yn:23"),
    "fg": ("fg:ask", "fg:yes"),
    "fy": ("fy:1", "fy:23"),
    "fn": ("fn",),
    "fc": ("fc:1:ask", "fc:23:yes"),
    "fh": ("fh:1", "fh:23"),
    "fl": ("fl:1", "fl:23"),
    "rm": ("rm:7", "rm:41"),
    "gc": ("gc:7", "gc:41"),
    "kn": ("kn:7:12", "kn:41:230"),
    "cx": ("cx:7:N", "cx:7:S", "cx:41:R"),
    "no": ("no:7", "no:41"),
    "ln": ("ln:7:t12", "ln:41:g230", "ln:7:g999999999999999999"),
    "mw": ("mw:7:0", "mw:41:3"),
    "nt": ("nt:7:note", "nt:41:scores"),
    # those that work for as long as they are seen
    "go": (
        "go:score", "go:report", "go:open", "go:alerts", "go:reflect", "go:film", "go:class",
        "go:tips", "go:choose",
    ),
    "rct": ("rct:12:10", "rct:230:3"),
    "rcv": ("rcv:12:10:m:0", "rcv:230:3:t:41"),
    "rcl": ("rcl:12:0", "rcl:230:3"),
    "rcn": ("rcn:12:41", "rcn:230:4711"),
    "rca": ("rca:12", "rca:230"),
    "rcw": ("rcw:12", "rcw:4711"),
    "rcs": ("rcs:12", "rcs:4711"),
    "rcc": ("rcc:12", "rcc:4711"),
    "rgs": ("rgs:12", "rgs:230"),
    "rgn": ("rgn:12:yes", "rgn:230:no"),
    "rpv": ("rpv", "rpv:kept", "rpv:seen", "rpv:long", "rpv:places", "rpv:rights"),
    "rlk": ("rlk:12:0", "rlk:230:3"),
    "aw": ("aw:20261127", "aw:20280229"),
    "fw": ("fw:12", "fw:230"),
    "fo": ("fo:12", "fo:230"),
    "kr": ("kr:12", "kr:230"),
    "ks": ("ks:12", "ks:230"),
    "un": ("un:12", "un:100345"),
    "uo": ("uo:12", "uo:100345"),
    "co": ("co:12", "co:4711"),
    "uk": ("uk:12", "uk:100345"),
    "sf": ("sf:12:3", "sf:230:41"),
    "ne": ("ne:12:3:0", "ne:230:41:7"),
    "lo": ("lo:12:0", "lo:230:7"),
    "rp": ("rp:12:0", "rp:230:7"),
    "rc": ("rc:12:0", "rc:12:3"),
    "jd": ("jd:12:ask", "jd:230:yes"),
    "jo": ("jo:ask", "jo:yes"),
    "ja": ("ja",),
    "jx": ("jx:12", "jx:230"),
    "jp": ("jp:12", "jp:230"),
    "jl": ("jl:12", "jl:230"),
    "jv": ("jv",),
    "iw": ("iw",),
    "iu": ("iu:3", "iu:1041"),
    "ir": ("ir:12", "ir:130"),
    "is": ("is:12:me", "is:12:work", "is:12:both", "is:12:all"),
    "id": ("id:12", "id:130"),
    "ip": ("ip:12", "ip:130"),
    "iy": ("iy:12:student", "iy:12:company", "iy:12:both", "iy:12:else"),
    "il": ("il:12:both:20261204", "il:130:else:20270101"),
    "ih": (
        "ih:12:both:20261204:all", "ih:12:student:20261204:school",
        "ih:12:company:20261204:coach",
    ),
    "ig": ("ig:12", "ig:130"),
    "ia": ("ia:12", "ia:130"),
    "ib": ("ib:12:20261204", "ib:130:20270101"),
    "ie": ("ie:12", "ie:130"),
    "it": ("it",),
    "in": ("in",),
    "io": ("io:12", "io:130"),
    "iv": ("iv:12", "iv:130"),
    "ix": ("ix:7", "ix:1041"),
    "ph": ("ph:12:3", "ph:230:41"),
    "pc": ("pc:12:3:4", "pc:230:41:42"),
    "ov": ("ov:12", "ov:230"),
    "fi": ("fi:12", "fi:230"),
    "wk": ("wk:12", "wk:230"),
    "wi": ("wi:12:3:0", "wi:230:41:7"),
    "rt": ("rt:12", "rt:230"),
    "cl": ("cl:12:s", "cl:12:m", "cl:230:t"),
    "cs": ("cs:12:s", "cs:12:m", "cs:230:t"),
    "nx": ("nx:12:0", "nx:230:3"),
    "tp": ("tp:12:0", "tp:230:41"),
    "tc": (
        "tc:modelling", "tc:scaffolding", "tc:articulation", "tc:coaching", "tc:reflection",
        "tc:exploration", "tc:generalisation",
    ),
    "tv": ("tv:12:helped", "tv:230:not_for_me"),
    "pe": ("pe:12", "pe:230"),
    "pm": ("pm:12:-w", "pm:12:-d", "pm:12:d", "pm:230:w"),
    "pk": ("pk:12:ask", "pk:230:yes"),
    "pl": ("pl:12:1", "pl:230:0"),
    "pu": ("pu:1", "pu:23"),
    "py": ("py:12", "py:1001"),
    "pn": ("pn:1:20260901", "pn:23:20280229"),
    "qc": ("qc:12:3:me", "qc:230:41:all"),
    "qk": ("qk:12:3", "qk:230:41"),
    "qe": ("qe:12", "qe:230"),
    "ch": ("ch:12:3:4", "ch:230:41:42"),
    "oa": ("oa:12:0", "oa:230:41"),
    "ob": ("ob:12:0:0", "ob:230:41:7"),
    "of": ("of:12:3:1", "of:230:41:0"),
    "oc": ("oc:12", "oc:230"),
    "od": ("od:12:share", "od:12:weighted", "od:230:entered"),
    "oe": ("oe:12:3", "oe:12:3:0", "oe:230:41:7"),
    "ag": ("ag:later", "ag:tomorrow"),
    "ls": ("ls",),
    "mi": ("mi:12:can", "mi:12:not_here"),
    "la": ("la:12", "la:12:0", "la:12:6:8", "la:12:0:8:05", "la:230:4:21:50"),
    "lw": ("lw:12:29701234", "lw:230:0"),
    "lm": ("lm:12", "lm:230"),
    "ea": ("ea:12:3", "ea:230:41"),
    "eb": ("eb:12:3", "eb:230:41"),
    "ec": ("ec:12:3:4:0", "ec:230:41:42:1"),
    "ed": ("ed:12:3:0", "ed:230:41:2"),
    "ee": ("ee:12:3:4:0", "ee:230:41:42:1"),
    "ef": ("ef:12:3", "ef:230:41"),
    "eg": ("eg:12:3", "eg:230:41:20310831"),
    "ei": ("ei:12", "ei:230"),
    "ej": ("ej:12:3", "ej:230:41"),
    "ek": ("ek:12:3", "ek:230:41"),
    "el": ("el:12", "el:230"),
    "em": ("em:12:3", "em:230:41"),
    "en": ("en:7:workplace", "en:7:campus", "en:41:both", "en:41:undecided"),
    "eo": ("eo:7:all", "eo:7:open", "eo:41:c12", "eo:41:x230"),
    "ep": ("ep:7:12", "ep:41:230"),
    "eq": ("eq:7", "eq:41"),
    "er": ("er:7", "er:41"),
    "ha": ("ha:12", "ha:230"),
    "hb": ("hb:12", "hb:230:7"),
    "hc": ("hc:7:q", "hc:41:n", "hc:41:g", "hc:41:o"),
    "hd": ("hd:7:0", "hd:41:12"),
    "he": ("he:7", "he:41"),
    "hf": ("hf:7", "hf:41"),
    "hg": ("hg:7:20270625", "hg:41:20280229"),
    "hh": ("hh:7:what", "hh:7:who", "hh:41:when", "hh:41:why"),
    "hi": ("hi:7:y", "hi:41:s"),
    "hj": ("hj:12:3", "hj:230:41"),
    "hk": ("hk:7:0", "hk:41:12"),
    "hl": ("hl:7", "hl:41"),
    "hm": ("hm:7:20270625", "hm:41:20280229"),
    "mx": ("mx:12", "mx:230"),
    "mb": ("mb:12", "mb:230"),
    "mt": ("mt:12", "mt:230"),
    "my": ("my:12", "my:230"),
    "lt": ("lt:12:0:08:05", "lt:230:6:21:50"),
    "xc": ("xc:12", "xc:230"),
    "xw": ("xw:12:3", "xw:12:3:20261130", "xw:230:41:20280229:8"),
    "xd": ("xd:12:3", "xd:230:41"),
    "xp": ("xp:12", "xp:230"),
    "xe": ("xe:12:0", "xe:230:7"),
    "xr": ("xr:12:1", "xr:230:7"),
    "xt": ("xt:7:10", "xt:41:3"),
    "xk": ("xk:7:keep", "xk:41:title"),
    "al": ("al",),
    "ap": ("ap:0", "ap:12"),
    "ad": ("ad:12", "ad:230"),
    "ta": ("ta:12:202610191400", "ta:230:202702281530"),
    "dw": ("dw",),
    "jt": ("jt:12", "jt:230"),
    "je": ("je:12:0:ask", "je:230:41:yes"),
    "jr": ("jr:12:0", "jr:230:41"),
    "av": ("av:12", "av:230"),
    "ak": ("ak:12", "ak:230"),
    "aq": ("aq:12:s", "aq:12:m", "aq:12:t", "aq:230:a"),
    "au": ("au:12:s", "au:12:m", "au:12:t", "au:230:a"),
    "an": ("an:12", "an:230"),
    "ao": ("ao:12:3", "ao:230:41"),
    "at": ("at:12", "at:230"),
    "tm": ("tm:12:202610141630", "tm:230:202802290005"),
    "ty": ("ty:12", "ty:230"),
    "lx": ("lx:12", "lx:230"),
    "az": ("az:12", "az:230"),
    "ar": ("ar:12", "ar:230"),
    "ra": ("ra:0", "ra:12"),
    "ro": ("ro:12", "ro:230"),
    "rs": ("rs:12", "rs:230"),
    "rd": ("rd:12", "rd:230"),
    "rr": ("rr:12", "rr:230:here"),
    "rv": ("rv:12:me", "rv:12:coach", "rv:230:all"),
    "rx": ("rx:12:ask", "rx:230:yes"),
    "rg": ("rg:12", "rg:230"),
    "rk": ("rk:12", "rk:230"),
    "re": ("re:12", "re:230"),
    "ri": ("ri:12:3", "ri:230:41"),
    "rf": ("rf:12", "rf:230"),
    "rb": ("rb:12:3", "rb:230:41", "rb:12:3:all"),
    "rw": ("rw:12", "rw:230"),
    "rh": ("rh:12:3", "rh:230:41"),
    "rj": ("rj:12:happened", "rj:230:next"),
    "rl": ("rl:12:yes", "rl:230:no"),
    "rq": (
        "rq:show:0", "rq:day:0", "rq:day:6", "rq:at:1230", "rq:at:2100", "rq:share:me",
        "rq:share:coach", "rq:share:all",
    ),
    "va": ("va:12:3", "va:230:41"),
    "vb": ("vb:3:12:1:on", "vb:41:230:7:off"),
    "vc": ("vc:7:~work", "vc:7:~away", "vc:41:~agreed"),
    "vd": ("vd:12:3:component", "vd:230:41:student"),
    "ve": ("ve:12:3:xlsx", "ve:230:41:ics"),
    "za": ("za:1:0", "za:23:2"),
    "zb": ("zb:1:0", "zb:23:12"),
    "zc": ("zc:1:7", "zc:23:120"),
    "zf": ("zf:12:0", "zf:230:29701234"),
    "zg": ("zg:12:0", "zg:230:29701234", "zg:230:29701234:17"),
    "zh": ("zh:12:29701234", "zh:230:29801234"),
    "zi": ("zi:12:29701234", "zi:12:29701234:13", "zi:230:29701234:41:0"),
    "zj": ("zj:12:29701234", "zj:12:29701234:1", "zj:230:29701234:0:23"),
    "zk": (
        "zk:12:29701234:lock", "zk:12:29701234:free", "zk:12:29701234:skip",
        "zk:230:29701234:hold",
    ),
    "zl": ("zl:12", "zl:230"),
    "zm": ("zm:12:29701234", "zm:230:29801234", "zm:230:29801234:17"),
    "zn": ("zn:12:show", "zn:12:groups:2", "zn:12:size:0", "zn:230:class:16"),
    "zo": ("zo:12", "zo:12:6", "zo:230:23:3"),
    "zp": ("zp:12:yes", "zp:12:other", "zp:12:no", "zp:230:done"),
    "zq": ("zq:12:3:away", "zq:12:3:reached", "zq:230:41:not_reached"),
    "zr": ("zr:12:0:0", "zr:230:2:1"),
    "zs": ("zs:12", "zs:230"),
    "zt": ("zt:12:29701234:1", "zt:230:29801234:12"),
    "zu": ("zu:12:1", "zu:230:12"),
    "lg": ("lg:nl", "lg:en"),
    "cw": ("cw",),
    "op": ("op",),
    "se": (
        "se:profile:light", "se:profile:standard", "se:profile:active", "se:hours:day",
        "se:hours:morning", "se:hours:noon", "se:hours:evening", "se:mute:on", "se:mute:off",
        "se:absent:0", "se:absent:1", "se:absent:2",
    ),
    "wm": ("wm",),
    "wp": ("wp:telegram", "wp:slack", "wp:page", "wp:push", "wp:mail"),
    "we": ("we",),
    "wn": ("wn",),
    "wy": ("wy",),
}  # fmt: skip
"""Codes as they were sent, each kind by its name: at least two where two can differ."""

CODES = [code for codes in GIVEN_OUT.values() for code in codes]


@pytest.mark.parametrize("code", CODES)
def test_what_was_given_out_is_read_and_would_be_written_the_same(code):
    found = TABLE.tap(code)
    assert found is not None
    assert found[0].written() == code


def test_every_kind_of_button_has_its_codes_here():
    assert set(TABLE.taps) == set(GIVEN_OUT)
    for name, codes in GIVEN_OUT.items():
        assert {code.partition(":")[0] for code in codes} == {name}
        assert len(set(codes)) > 1 or codes == (name,)


@pytest.mark.parametrize("code", CODES)
def test_every_platform_can_carry_a_button_with_the_largest_values(code):
    found = TABLE.tap(code)
    assert found is not None
    tap = found[0]
    hints = get_type_hints(type(tap), include_extras=True)
    largest = {name: longest(hints.get(name), value) for name, value in vars(tap).items()}
    written = type(tap)(**largest).written()
    assert len(written.encode()) <= CODE_LIMIT
    assert TABLE.tap(written) is not None


def longest(kind, value):
    """The value of a field that takes most room; where only its shape says it, that of the code."""
    if NoneType in get_args(kind):
        kind = next(known for known in get_args(kind) if known is not NoneType)
    if kind is int:
        return LARGEST
    if get_origin(kind) is Literal:
        return max(get_args(kind), key=len)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return max(kind, key=len)
    return value


@pytest.mark.parametrize(
    "code",
    ["", "xx", "xx:1", "rc", "rc:1", "rc:1:2:3", "rc:a:0", "rc:-1:0", "rc:1:0 ", "sm:7:12:N",
     "st:12", "fi:1000000000000000000", "cl:1:a", "tc:", "ls:1", "rc:\u0661:0"],
)  # fmt: skip
def test_what_was_never_given_out_is_not_read(code):
    assert TABLE.tap(code) is None


def test_buttons_are_made_in_one_place():
    made = [
        f"{path.relative_to(HANDLERS)}:{node.lineno}"
        for path in sorted(HANDLERS.rglob("*.py"))
        if "Button" in path.read_text()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and called(node) == "Button"
    ]
    assert [place.partition(":")[0] for place in made] == ["talking/routing/tap.py"], made


def called(call):
    """What a call names, however it is reached."""
    return getattr(call.func, "id", getattr(call.func, "attr", ""))
