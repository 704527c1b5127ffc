"""All faults, by name, in the order in which they are run.

A fault is a function of a room and a verdict: it injects, looks at what is left, and says how a
promise was broken. Where the room is short, it takes a few seconds.
"""
import backups, each_call, flips, full, kills, own, permission, power, syncs
import clock, ends, hostile, keymaps, keys, paste, peers, refused, storm, texts

ALL = {
    "kills": kills.kills,
    "every-write-killed": each_call.every_write_killed,
    "every-write-fails": each_call.every_write_fails,
    "every-sending-fails": each_call.every_sending_fails,
    "power-cuts": power.power_cuts,
    "syncs": syncs.syncs,
    "full-disk": full.full_disk,
    "lost-permission": permission.lost_permission,
    "bit-flips": flips.bit_flips,
    "own-locks": own.own_locks,
    "backup-under-load": backups.backup_under_load,
    "stopped-peer": peers.stopped_peer,
    "burst": peers.burst,
    "steady-team": peers.steady_team,
    "hostile-commands": hostile.hostile_names_in_commands,
    "hostile-desks": hostile.hostile_names_in_desks,
    "random-keys": keys.random_keys,
    "resize-storm": storm.resize_storm,
    "refused-files": refused.refused_files,
    "strange-texts": texts.strange_texts,
    "formulas": texts.formulas,
    "broken-keymaps": keymaps.broken_keymaps,
    "large-paste": paste.large_paste,
    "terminals": ends.terminals,
    "wrong-clock": clock.wrong_clock,
}
