extension ManualPage {
  /// What holds for all commands.
  static let names = """
    .PP
    A study is named by its label, by any beginning of it that fits no other study, or by its id; a \
    line by its number within the study; a code by its name or id; a coder by name or initials.
    .PP
    Lists are printed as tables for people; with
    .B \\-\\-format csv\\fR,\\fB json
    or
    .B jsonl
    they are for programs. Positions in a text count Unicode scalars from 0, and the end is the \
    first that is outside.

    """

  /// Environment, files, statuses and examples.
  static let tail = """
    .SH ENVIRONMENT
    .TP
    .B LINEWISE_CODER
    Who acts where
    .B \\-\\-as
    does not say so.
    .TP
    .B XDG_STATE_HOME
    Where the state folder lies; else
    .IR ~/.local/state .
    .TP
    .B XDG_CONFIG_HOME
    Where your keymap lies; else
    .IR ~/.config .
    .TP
    .B LINEWISE_SHARE
    Where the worked sample review lies, if it is not beside the program.
    .SH FILES
    .TP
    .I NAME.linewise
    A review. It is whole in this one file; copy it with
    .BR "linewise backup" .
    .TP
    .I ~/.local/state/linewise/ID/backups/
    Two automatic backups of each review, written in turn as soon as 200 acts or 30 minutes of work \
    are not in one. To go back, copy one of them and run
    .B linewise check \\-\\-rebuild
    on the copy.
    .TP
    .I ~/.config/linewise/keymap.toml
    Your own keymap.
    .SH "EXIT STATUS"
    .TP
    0
    Done.
    .TP
    1
    It ran and something was wrong: a check that found a fault.
    .TP
    64
    The command was not understood.
    .TP
    65
    What was given does not fit the review, or is damaged.
    .TP
    66
    There is no such file, study, line, code or coder.
    .TP
    73
    It cannot be made, or is there already.
    .TP
    74
    Reading or writing failed.
    .TP
    75
    Somebody else is saving; try again.
    .TP
    77
    Not allowed.
    .SH EXAMPLES
    .nf
    linewise new trust.linewise \\-\\-title "Trust in community care"
    linewise import trust.linewise alder.txt birch.md
    linewise code trust.linewise \\-\\-study alder \\-\\-line 30 "being sent, not asked"
    linewise export trust.linewise codebook \\-\\-format html \\-o codebook.html
    .fi

    """
}
