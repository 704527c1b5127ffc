extension CommandTable {
  /// A field of one line: letters type.
  static let text: [CommandEntry] = [
    .init(.text, .textAccept, ["enter"], "Take it.", "take"),
    .init(.text, .textLeft, ["left"], "Left.", "left", mouse: "click"),
    .init(.text, .textRight, ["right"], "Right.", "right"),
    .init(.text, .textHome, ["home"], "Start.", "start"),
    .init(.text, .textEnd, ["end"], "End.", "end"),
    .init(.text, .textWordLeft, ["ctrl-left", "alt-b"], "A word left.", "word left"),
    .init(.text, .textWordRight, ["ctrl-right"], "A word right.", "word right"),
    .init(.text, .textErase, ["backspace"], "Erase before.", "erase"),
    .init(.text, .textEraseAfter, ["delete"], "Erase after.", "erase after"),
    .init(.text, .textEraseWord, ["ctrl-w", "alt-backspace"], "Erase a word.", "erase word"),
    .init(.text, .textEraseToStart, ["ctrl-u"], "Erase to the start.", "erase to start"),
    .init(.text, .textEraseToEnd, ["ctrl-k"], "Erase to the end.", "erase to end"),
    .init(.text, .helpOpen, ["f1"], "Every key here.", "keys", .essential),
    .init(
      .text, .actCancel, ["esc", "ctrl-c"], "Leave; the old name stays.", "leave",
      mouse: "click outside", .essential),
  ]

  /// A field of several lines: memos, definitions.
  static let memo: [CommandEntry] = [
    .init(.memo, .textNewline, ["enter"], "New line.", "new line"),
    .init(.memo, .textUp, ["up"], "Up.", "up"),
    .init(.memo, .textDown, ["down"], "Down.", "down"),
    .init(
      .memo, .textEditor, ["f4"], "In your own editor (not over a restricted key).", "editor"),
    .init(
      .memo, .memoClose, ["ctrl-d", "esc", "ctrl-c"],
      "Done: what is written is kept (u takes it back).", "done", mouse: "click outside",
      .essential),
  ]

  /// The picker: a field with a list beneath.
  static let picker: [CommandEntry] = [
    .init(
      .picker, .pickerTake, ["enter"],
      "Take the row in focus and clear the field; on an empty field: done.", "add",
      mouse: "click the row"),
    .init(.picker, .pickerNext, ["down", "ctrl-n"], "Next row.", "next", mouse: "wheel"),
    .init(
      .picker, .pickerPrevious, ["up", "ctrl-p"],
      "Previous row; from the first row: the new code.", "new code", mouse: "wheel"),
    .init(
      .picker, .pickerDetail, ["tab", "shift-tab"], "To its definition and lines, and back.",
      "lines", mouse: "click there"),
    .init(
      .picker, .pickerDetailDown, ["pagedown"], "Scroll its lines.", "lines down",
      mouse: "wheel there"),
    .init(
      .picker, .pickerDetailUp, ["pageup"], "Scroll its lines.", "lines up",
      mouse: "wheel there"),
    .init(
      .picker, .pickerTakeOff, ["ctrl-x"], "Take this code off the line.", "take off",
      mouse: "ctrl-click"),
    .init(
      .picker, .actCancel, ["esc", "ctrl-c"], "Leave; what was taken stays.", "leave",
      mouse: "click outside", .essential),
  ]
}
