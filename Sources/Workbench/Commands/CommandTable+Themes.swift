extension CommandTable {
  /// The board of themes.
  static let themes: [CommandEntry] = [
    .init(
      .themes, .needNext, ["n"], "Next code that stands under no theme yet.", "not placed",
      mouse: "click the count"),
    .init(
      .themes, .viewWhose, ["a"], "Codes not placed, all of them, or those left out.",
      "which codes", mouse: "click the heading"),
    .init(
      .themes, .themePut, ["t"], "Put under a theme: type its name or number.", "theme",
      mouse: "drag"),
    .init(
      .themes, .themeAlso, ["T"], "Also under a further theme.", "also", mouse: "ctrl-drag"),
    .init(.themes, .themeAgain, ["."], "Under the same theme as the last.", "again"),
    .init(
      .themes, .themePinned, [""], "Under the theme pinned to this digit.", "pinned",
      mouse: "drag", .takesDigit),
    .init(
      .themes, .pinSet, [","], "Pin the theme under the cursor to this digit.", "pin",
      .takesDigit),
    .init(
      .themes, .carryPickUp, ["p"], "Pick up (all marked, or this); then move and Enter.",
      "pick up", mouse: "press and drag"),
    .init(
      .themes, .carryAlso, ["P"], "Pick up a second copy: also there.", "pick up copy",
      mouse: "ctrl-drag"),
    .init(
      .themes, .thingNew, ["+", "insert"],
      "A new theme: over what is marked, else here. A name can wait.", "new",
      mouse: "drop on +"),
    .init(
      .themes, .codeLeaveOut, ["s"], "Leave this code out of the themes, with a reason.",
      "leave out"),
    .init(
      .themes, .checkAgree, ["H"], "I agree to this theme as it stands.", "agree"),
    .init(
      .themes, .evidenceTie, ["e"], "Show or tie evidence, for and against.", "evidence"),
    .init(.themes, .themeMerge, ["=", ", g"], "Merge into another theme.", "same"),
    .init(
      .themes, .themeSplit, ["S"], "Split the marked codes off as a new theme.", "split off"),
    .init(
      .themes, .definitionEdit, ["d"], "Statement of this theme, definition of this code.",
      "statement"),
    .init(.themes, .roundName, ["R"], "Name this round.", "round"),
    .init(
      .themes, .arrangementChoose, [", a"], "The shared board, or my draft.", "board or draft",
      mouse: "click its name"),
    .init(.themes, .arrangementReveal, [", v"], "Reveal my draft.", "reveal"),
    .init(
      .themes, .arrangementCompare, [", c"], "Compare two arrangements or rounds.", "compare"),
    .init(
      .themes, .viewHeadings, [", h"], "Show or hide the studies' own headings.", "headings"),
    .init(
      .themes, .viewQuestion, [", q"], "Show or hide the review question.", "question"),
  ]

  /// A theme's page.
  static let themesPage: [CommandEntry] = [
    .init(
      .themesPage, .definitionEdit, ["d"], "Statement of this theme, definition of this code.",
      "statement"),
    .init(.themesPage, .commentResolve, [", r"], "This thread is settled.", "settle"),
  ]

  /// Something is picked up.
  static let carry: [CommandEntry] = [
    .init(.carry, .carryDown, ["j", "down"], "One place down.", "move", mouse: "move"),
    .init(.carry, .carryUp, ["k", "up"], "One place up.", "up", mouse: "move"),
    .init(.carry, .carryNextTheme, ["J"], "Next theme.", "next theme", mouse: "move"),
    .init(.carry, .carryPreviousTheme, ["K"], "Previous theme.", "theme", mouse: "move"),
    .init(.carry, .carryIn, ["l", "right"], "Into this theme.", "in", mouse: "move"),
    .init(
      .carry, .carryOut, ["h", "left"], "Out one level, or back to the codes.", "out",
      mouse: "move"),
    .init(.carry, .carryFirst, ["home", "g g"], "To the first place.", "first"),
    .init(.carry, .carryLast, ["end", "G"], "To the last place.", "last"),
    .init(.carry, .themePut, ["t", "/"], "Type the theme's name instead.", "type a name"),
    .init(
      .carry, .thingNew, ["+", "insert"], "A new theme here.", "new theme",
      mouse: "drop on +"),
    .init(
      .carry, .carryAlso, ["P"], "Also there, instead of moving.", "also", mouse: "hold ctrl"),
    .init(.carry, .carryWhy, ["m"], "A note on why; it goes with the drop.", "why"),
    .init(.carry, .carryDrop, ["enter", "p"], "Drop.", "drop", mouse: "release"),
    .init(.carry, .helpOpen, ["?", "f1"], "Every key here.", "keys", .essential),
    .init(
      .carry, .actCancel, ["q", "esc", "ctrl-c"], "Put back.", "put back",
      mouse: "release outside", .essential),
  ]

  /// The matrix.
  static let matrix: [CommandEntry] = [
    .init(
      .matrix, .studyWithout, ["x"],
      "This study (row: theme) out of the count; again: back.", "without",
      mouse: "click its heading"),
    .init(
      .matrix, .matrixCells, [", v"], "Cells: lines, coders, codes, quotations, presence.",
      "cells", mouse: "click the corner"),
    .init(
      .matrix, .matrixRows, [", t"], "Rows: themes or codes.", "rows",
      mouse: "click the corner"),
    .init(.matrix, .matrixBand, [", w"], "Without the studies below a band.", "band"),
    .init(.matrix, .matrixLinked, [", l"], "Linked studies as one, or apart.", "linked"),
    .init(.matrix, .saturationOpen, [", s"], "New codes by study.", "saturation"),
  ]
}
