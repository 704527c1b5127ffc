extension CommandTable {
  /// What holds on every desk and page while nothing is typed.
  static let everywhere: [CommandEntry] = moving + going + acting + showing + program

  private static let moving: [CommandEntry] = [
    .init(.everywhere, .cursorDown, ["j", "down"], "Next line or row.", "down", mouse: "click"),
    .init(.everywhere, .cursorUp, ["k", "up"], "Previous line or row.", "up", mouse: "click"),
    .init(
      .everywhere, .cursorIn, ["l", "right"],
      "In: to the codes beside this line; unfold; next column.", "in",
      mouse: "click the code, the ▸"),
    .init(
      .everywhere, .cursorOut, ["h", "left"],
      "Out: back to the line; fold; previous column.", "out", mouse: "click the line, the ▾"),
    .init(
      .everywhere, .blockNext, ["J"], "Next bigger thing: paragraph, study, day.", "next block"),
    .init(.everywhere, .blockPrevious, ["K"], "Previous bigger thing.", "previous block"),
    .init(
      .everywhere, .pageDown, ["pagedown", "ctrl-d"], "Half a page down.", "page down",
      mouse: "wheel"),
    .init(
      .everywhere, .pageUp, ["pageup", "ctrl-u"], "Half a page up.", "page up", mouse: "wheel"),
    .init(.everywhere, .listFirst, ["home", "g g"], "First line or row.", "first"),
    .init(.everywhere, .listLast, ["end", "G"], "Last line or row.", "last"),
  ]

  private static let going: [CommandEntry] = [
    .init(
      .everywhere, .thingOpen, ["enter"],
      "Open what is under the cursor (on a line of text: code it).", "open",
      mouse: "double-click"),
    .init(
      .everywhere, .placeBack, ["backspace"], "Back to where I came from.", "back",
      mouse: "click ‹ in the top line"),
    .init(
      .everywhere, .deskCode, ["g c", "f2"], "Go to Code.", "code desk",
      mouse: "click its name in the top line"),
    .init(
      .everywhere, .deskThemes, ["g t", "f4"], "Go to Themes.", "themes",
      mouse: "click its name in the top line"),
    .init(
      .everywhere, .deskMatrix, ["g m", "f5"], "Go to Matrix.", "matrix",
      mouse: "click its name in the top line"),
    .init(
      .everywhere, .deskStudies, ["g s", "f6"], "Go to Studies.", "studies",
      mouse: "click its name in the top line"),
    .init(
      .everywhere, .deskHistory, ["g h", "f7"], "Go to History.", "history",
      mouse: "click its name in the top line"),
    .init(.everywhere, .lineGo, ["g l"], "Go to a line by its number.", "go to line"),
    .init(
      .everywhere, .paneNext, ["tab"], "Next pane of this desk.", "next pane",
      mouse: "click in it"),
    .init(
      .everywhere, .panePrevious, ["shift-tab"], "Previous pane.", "previous pane",
      mouse: "click in it"),
    .init(
      .everywhere, .needNext, ["n"],
      "Next one that still needs me (open line, code without theme).", "next open",
      mouse: "click the open count"),
    .init(
      .everywhere, .needPrevious, ["N"], "Previous one that still needs me.", "previous open"),
  ]

  private static let acting: [CommandEntry] = [
    .init(
      .everywhere, .markToggle, ["space"],
      "Mark this and step on; marks outlive filters, and are always counted.", "mark",
      mouse: "ctrl-click"),
    .init(.everywhere, .markClear, [", space"], "Unmark all.", "unmark"),
    .init(
      .everywhere, .historyUndo, ["u"], "Undo my last act, named in words.", "undo",
      mouse: "click it in the bottom line"),
    .init(.everywhere, .historyRedo, ["U", "ctrl-r"], "Redo.", "redo"),
    .init(
      .everywhere, .thingTakeOff, ["x"],
      "Take off: my code from this line, this from its theme. Deletes nothing.", "take off",
      mouse: "drag out"),
    .init(
      .everywhere, .thingDelete, [", x"], "Delete this theme: one act, undone by one key.",
      "delete"),
    .init(
      .everywhere, .nameEdit, ["r"], "Rename, in place.", "rename",
      mouse: "click the name of the row in focus"),
    .init(
      .everywhere, .definitionEdit, ["d"],
      "Definition of this code, statement of this theme, details of this study.",
      "definition"),
    .init(
      .everywhere, .memoEdit, ["m"], "Memo on what is under the cursor.", "memo",
      mouse: "click its ✎"),
    .init(
      .everywhere, .memoChoose, ["M"],
      "Memo on: line, coding, code, theme, study, the review's journal.", "memo on …"),
    .init(
      .everywhere, .commentAdd, [";", ", o"],
      "Say something to the others about this (a thread).", "comment", mouse: "click its ☰"),
  ]

  private static let showing: [CommandEntry] = [
    .init(
      .everywhere, .findOpen, ["/"], "Find: filter this list, or search all texts.", "find",
      mouse: "click the filter word"),
    .init(.everywhere, .findNext, ["f"], "Next hit.", "next hit"),
    .init(.everywhere, .findPrevious, ["F"], "Previous hit.", "previous hit"),
    .init(
      .everywhere, .chainUp, [">", "g k"],
      "Up the chain: line, code, descriptive theme, analytical theme.", "up the chain"),
    .init(
      .everywhere, .chainDown, ["<", "g j"], "Down the chain, to the lines.", "down the chain"),
    .init(
      .everywhere, .orderNext, ["o"],
      "Another order of this list; the order is named in its heading.", "order",
      mouse: "click the heading"),
    .init(
      .everywhere, .viewWhose, ["a"], "All coders' work, or only mine.", "whose work",
      mouse: "click the initials"),
    .init(
      .everywhere, .textCopy, ["y"], "Copy this with its study, line and page.", "copy",
      mouse: "shift-drag is the terminal's own"),
    .init(
      .everywhere, .exportOpen, ["g x"],
      "Export: codebook, themes, tree, matrix, codings, report.", "export", mouse: "palette"),
  ]

  private static let program: [CommandEntry] = [
    .init(.everywhere, .mouseToggle, [", m"], "Mouse on or off.", "mouse"),
    .init(
      .everywhere, .helpOpen, ["?", "f1"], "Every key here; type to filter, Enter runs it.",
      "keys", mouse: "click ? in the bottom line", .essential),
    .init(
      .everywhere, .paletteOpen, [":"], "Every command, by name or number of a line.", "commands",
      mouse: "click : in the bottom line", .essential),
    .init(
      .everywhere, .actCancel, ["esc", "ctrl-c"],
      "Stop what is under way, close the popup. Never leaves the program.", "stop",
      mouse: "click outside", .essential),
    .init(
      .everywhere, .placeLeave, ["q"],
      "Close the page that is open; on a desk, leave the program.", "close", .essential),
    .init(
      .everywhere, .programLeave, ["Q"], "Leave the program from anywhere. Nothing is lost.",
      "leave", .essential),
    .init(.everywhere, .screenRedraw, ["ctrl-l"], "Draw the screen again.", "redraw"),
    .init(
      .everywhere, .programSuspend, ["ctrl-z"], "To the shell; fg comes back.", "to the shell"),
  ]
}
