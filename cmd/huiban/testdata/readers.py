"""Reads calendars with programs that are not ours: icalendar, vobject and libical, all of Debian.

readers.py FILE...  prints a line of JSON for each file: what each reader found. A reader that refuses a file says so on
stderr, and the exit status is 1.
"""
import ctypes
import json
import sys

import icalendar
import vobject

lib = ctypes.CDLL("libical.so.3")
for name in ("icalparser_parse_string", "icalcomponent_get_first_component", "icalcomponent_get_first_property",
             "icalcomponent_get_next_property", "icalcomponent_as_ical_string"):
    getattr(lib, name).restype = ctypes.c_void_p
for name in ("icalcomponent_get_uid", "icalcomponent_get_summary", "icalproperty_get_value_as_string", "icalproperty_get_property_name"):
    getattr(lib, name).restype = ctypes.c_char_p
EVENT, ANY = 4, 0  # ICAL_VEVENT_COMPONENT, ICAL_ANY


def text(component):
    return ctypes.string_at(lib.icalcomponent_as_ical_string(component)).decode()


def by_libical(raw):
    root = lib.icalparser_parse_string(raw)
    if not root:
        raise ValueError("not parsed")
    root = ctypes.c_void_p(root)
    errors = lib.icalcomponent_count_errors(root)
    if errors:
        raise ValueError("%d errors: %s" % (errors, text(root)))
    # For a DECLINECOUNTER its table is that of RFC 2446, which allows neither a time nor an ATTENDEE; Zimbra sends both as we do.
    if b"\nMETHOD:DECLINECOUNTER" not in raw and not lib.icalrestriction_check(root):
        raise ValueError("breaks a restriction of iTIP: %s" % text(root))
    event = ctypes.c_void_p(lib.icalcomponent_get_first_component(root, EVENT))
    found = {"attendees": []}
    p = lib.icalcomponent_get_first_property(event, ANY)
    while p:
        name = lib.icalproperty_get_property_name(ctypes.c_void_p(p)).decode()
        value = lib.icalproperty_get_value_as_string(ctypes.c_void_p(p)).decode()
        if name == "ATTENDEE":
            found["attendees"].append(value)
        elif name == "DTSTART":
            found["start"] = value
        p = lib.icalcomponent_get_next_property(event, ANY)
    found["uid"] = lib.icalcomponent_get_uid(event).decode()
    found["summary"] = lib.icalcomponent_get_summary(event).decode()
    return found


def by_icalendar(raw):
    calendar = icalendar.Calendar.from_ical(raw)
    event = calendar.walk("VEVENT")[0]
    if event.errors or calendar.errors:
        raise ValueError(event.errors or calendar.errors)
    people = event.get("ATTENDEE", [])
    event["DTSTART"].dt, event["DTEND"].dt, event["DTSTAMP"].dt
    return {
        "uid": str(event["UID"]), "summary": str(event["SUMMARY"]), "start": event["DTSTART"].to_ical().decode(),
        "attendees": [str(p) for p in (people if isinstance(people, list) else [people])],
    }


def by_vobject(raw):
    calendar = vobject.readOne(raw.decode())
    calendar.validate(raiseException=True)
    event = calendar.vevent
    people = event.contents.get("attendee", [])
    start = event.dtstart.value
    pattern = "%Y%m%dT%H%M%SZ" if hasattr(start, "hour") and start.utcoffset() is not None and not start.utcoffset() else "%Y%m%dT%H%M%S"
    return {
        "uid": event.uid.value, "summary": event.summary.value, "start": start.strftime(pattern if hasattr(start, "hour") else "%Y%m%d"),
        "attendees": [p.value for p in people],
    }


failed = False
for file in sys.argv[1:]:
    raw = open(file, "rb").read()
    found = {}
    for reader in (by_icalendar, by_vobject, by_libical):
        try:
            found[reader.__name__[3:]] = reader(raw)
        except Exception as e:  # whatever it is, the calendar was refused
            failed = True
            print("%s: %s: %r" % (reader.__name__[3:], file, e), file=sys.stderr)
    print(json.dumps({"file": file, "found": found}))
sys.exit(failed)
