extension CommandTable {
  /// A passage is being selected.
  static let select: [CommandEntry] = [
    .init(.select, .selectWord, ["l", "right"], "One word more.", "word more", mouse: "drag"),
    .init(.select, .selectWordLess, ["h", "left"], "One word less.", "word less", mouse: "drag"),
    .init(.select, .selectClause, ["J"], "To the end of the clause.", "clause"),
    .init(.select, .selectClauseLess, ["K"], "Back one clause.", "clause less"),
    .init(.select, .selectLine, ["j", "down"], "One line more.", "line more"),
    .init(.select, .selectLineLess, ["k", "up"], "One line less.", "line less"),
    .init(.select, .selectOtherEnd, ["o", "tab"], "The other end.", "other end"),
    .init(
      .select, .codePick, ["enter", "c"], "Code this passage.", "code",
      mouse: "drag, then enter"),
    .init(.select, .codeInVivo, ["i"], "A new code in these words.", "in vivo"),
    .init(.select, .codeAgain, ["."], "The last codes.", "again"),
    .init(.select, .evidenceTie, ["e"], "Keep as evidence.", "evidence"),
    .init(.select, .wordsWhose, ["w"], "Whose words.", "whose words"),
    .init(.select, .lineSetAside, ["s", "-"], "Set these lines aside.", "aside"),
    .init(.select, .memoEdit, ["m"], "Memo on this passage.", "memo"),
    .init(.select, .textCopy, ["y"], "Copy with its source.", "copy"),
    .init(.select, .helpOpen, ["?", "f1"], "Every key here.", "keys", .essential),
    .init(
      .select, .actCancel, ["q", "esc", "ctrl-c"], "No selection.", "no selection",
      mouse: "click elsewhere", .essential),
  ]

  /// The ends of a coding are being moved.
  static let bounds: [CommandEntry] = [
    .init(
      .bounds, .boundWord, ["l", "right"], "This end one word on.", "word on", mouse: "drag"),
    .init(
      .bounds, .boundWordBack, ["h", "left"], "This end one word back.", "word back",
      mouse: "drag"),
    .init(.bounds, .boundClause, ["J"], "To the next clause.", "clause on"),
    .init(.bounds, .boundClauseBack, ["K"], "Back a clause.", "clause back"),
    .init(.bounds, .boundOtherEnd, ["tab", "o"], "The other end.", "other end"),
    .init(.bounds, .boundKeep, ["enter"], "Keep.", "keep", mouse: "release"),
    .init(.bounds, .helpOpen, ["?", "f1"], "Every key here.", "keys", .essential),
    .init(.bounds, .actCancel, ["q", "esc", "ctrl-c"], "As it was.", "as it was", .essential),
  ]
}
