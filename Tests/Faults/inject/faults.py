"""All faults, by name, in the order in which they are run.

A fault is a function of a room and a verdict: it injects, looks at what is left, and says how a
promise was broken. Where the room is short, it takes a few seconds.
"""
import kills

ALL = {
    "kills": kills.kills,
}
