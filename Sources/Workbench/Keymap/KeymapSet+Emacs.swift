extension KeymapSet {
  /// Moving and editing as in Emacs, beside the built-in keys, which stay.
  static let emacsChanges: [KeymapAssignment] = emacsMoving + emacsActing + emacsTyping

  private static let emacsMoving: [KeymapAssignment] = [
    .init(.everywhere, "ctrl-n", .cursorDown),
    .init(.everywhere, "ctrl-p", .cursorUp),
    .init(.everywhere, "ctrl-f", .cursorIn),
    .init(.everywhere, "ctrl-b", .cursorOut),
    .init(.everywhere, "ctrl-v", .pageDown),
    .init(.everywhere, "alt-v", .pageUp),
    .init(.everywhere, "alt-<", .listFirst),
    .init(.everywhere, "alt->", .listLast),
    .init(.select, "ctrl-f", .selectWord),
    .init(.select, "ctrl-b", .selectWordLess),
    .init(.select, "ctrl-n", .selectLine),
    .init(.select, "ctrl-p", .selectLineLess),
    .init(.bounds, "ctrl-f", .boundWord),
    .init(.bounds, "ctrl-b", .boundWordBack),
    .init(.carry, "ctrl-n", .carryDown),
    .init(.carry, "ctrl-p", .carryUp),
    .init(.carry, "ctrl-f", .carryIn),
    .init(.carry, "ctrl-b", .carryOut),
    .init(.choice, "ctrl-n", .cursorDown),
    .init(.choice, "ctrl-p", .cursorUp),
  ]

  private static let emacsActing: [KeymapAssignment] = [
    .init(.everywhere, "ctrl-/", .historyUndo),
    .init(.everywhere, "ctrl-s", .findOpen),
    .init(.everywhere, "alt-w", .textCopy),
    .init(.everywhere, "alt-x", .paletteOpen),
    .init(.everywhere, "ctrl-g", .actCancel),
    .init(.everywhere, "ctrl-x ctrl-c", .programLeave),
    .init(.code, "ctrl-space", .passageWords),
    .init(.select, "alt-w", .textCopy),
    .init(.select, "ctrl-g", .actCancel),
    .init(.bounds, "ctrl-g", .actCancel),
    .init(.carry, "ctrl-g", .actCancel),
    .init(.choice, "ctrl-g", .actCancel),
  ]

  private static let emacsTyping: [KeymapAssignment] = [
    .init(.text, "ctrl-f", .textRight),
    .init(.text, "ctrl-b", .textLeft),
    .init(.text, "ctrl-a", .textHome),
    .init(.text, "ctrl-e", .textEnd),
    .init(.text, "alt-f", .textWordRight),
    .init(.text, "ctrl-g", .actCancel),
    .init(.memo, "ctrl-n", .textDown),
    .init(.memo, "ctrl-p", .textUp),
    .init(.memo, "ctrl-x ctrl-s", .memoClose),
    .init(.memo, "ctrl-g", .memoClose),
  ]
}
