"""All faults, by name, in the order in which they are run.

A fault is a function of a room and a verdict: it injects, looks at what is left, and says how a
promise was broken. Where the room is short, it takes a few seconds.
"""
import hostile, keys, refused, storm

ALL = {
    "hostile-commands": hostile.hostile_names_in_commands,
    "hostile-desks": hostile.hostile_names_in_desks,
    "random-keys": keys.random_keys,
    "resize-storm": storm.resize_storm,
    "refused-files": refused.refused_files,
}
