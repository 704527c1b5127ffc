extension KeymapSet {
  /// Named keys and function keys, beside the built-in ones; F10 and F11 belong to terminals.
  static let arrowsChanges: [KeymapAssignment] = [
    .init(.everywhere, "delete", .thingTakeOff),
    .init(.everywhere, "f9", .paletteOpen),
    .init(.everywhere, "f12", .needNext),
    .init(.everywhere, "shift-f12", .needPrevious),
    .init(.everywhere, "ctrl-down", .blockNext),
    .init(.everywhere, "ctrl-up", .blockPrevious),
    .init(.code, "shift-right", .passageWords),
    .init(.code, "shift-down", .passageLines),
    .init(.select, "shift-right", .selectWord),
    .init(.select, "shift-left", .selectWordLess),
    .init(.select, "shift-down", .selectLine),
    .init(.select, "shift-up", .selectLineLess),
    .init(.carry, "ctrl-down", .carryNextTheme),
    .init(.carry, "ctrl-up", .carryPreviousTheme),
    .init(.picker, "ctrl-delete", .pickerTakeOff),
  ]
}
