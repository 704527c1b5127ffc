extension CommandTable {
  /// The Code desk, with the cursor on a line.
  static let code: [CommandEntry] = coding + walking + reshaping

  private static let coding: [CommandEntry] = [
    .init(
      .code, .codePick, ["enter", "c"], "Code this line: opens the picker.", "code",
      mouse: "double-click the line; drag a code onto it"),
    .init(
      .code, .codeRun, ["C"],
      "Code line after line: the picker stays; empty Enter: the next open line.", "code on"),
    .init(.code, .codeAgain, ["."], "The last line's codes, on this line too.", "again"),
    .init(
      .code, .codePinned, [""], "The pinned code with this digit.", "pinned",
      mouse: "click it in the pin row", .takesDigit),
    .init(
      .code, .pinSet, [","], "Pin the code under the cursor (else the last used) to this digit.",
      "pin", .takesDigit),
    .init(
      .code, .codeInVivo, ["i"], "A new code in the line's own words (marked in vivo).",
      "in vivo"),
    .init(
      .code, .lineSetAside, ["s", "-"],
      "Set aside, with a reason: s and its letter; s s repeats the last reason.", "aside",
      mouse: "right-click the line"),
    .init(
      .code, .wordsWhose, ["w"],
      "Whose words: participant's, author's. Confirms or corrects the guess.", "whose words",
      mouse: "click the mark ❝"),
    .init(
      .code, .evidenceTie, ["e"], "Keep these words as evidence: for (or against) a code.",
      "evidence", mouse: "drag the line onto it"),
    .init(
      .code, .passageWords, ["v"], "Select words for a passage.", "select words",
      mouse: "drag over text"),
    .init(
      .code, .passageLines, ["V"], "Select whole lines.", "select lines",
      mouse: "drag along the numbers"),
  ]

  private static let walking: [CommandEntry] = [
    .init(.code, .sectionNext, [")", "]"], "Next section.", "next section"),
    .init(.code, .sectionPrevious, ["(", "["], "Previous section.", "previous section"),
    .init(.code, .studyNext, ["g n"], "Next study.", "next study"),
    .init(.code, .studyPrevious, ["g p"], "Previous study.", "previous study"),
  ]

  private static let reshaping: [CommandEntry] = [
    .init(
      .code, .lineSplit, [", s"], "Split this line (at the next clause, or at the selection).",
      "split line"),
    .init(.code, .lineJoin, [", j"], "Join this line with the next one.", "join lines"),
    .init(
      .code, .sectionEligibility, [", e"], "This section's eligibility, with a reason.",
      "eligibility", mouse: "click the section's mark"),
    .init(
      .code, .viewDim, [", d"], "Dim nothing, the coded, or all but the open.", "dim"),
    .init(
      .code, .viewHeadings, [", h"], "Show or hide the study's own headings.", "headings"),
    .init(
      .code, .progressOpen, [", p"], "Progress of every study: coded, set aside, open.",
      "progress", mouse: "click the bar"),
    .init(
      .code, .studyDone, [", r"], "I have finished this study.", "finished",
      mouse: "click it in the bottom line"),
  ]

  /// The Code desk, with the cursor on a code beside its line.
  static let codeMargin: [CommandEntry] = [
    .init(.codeMargin, .themePut, ["t"], "Put this code under a theme.", "theme"),
    .init(
      .codeMargin, .codeOpen, ["enter"], "Open this code's page.", "open code",
      mouse: "click the code"),
    .init(
      .codeMargin, .passageBounds, ["b"], "Move the ends of this coding.", "move ends",
      mouse: "drag an end"),
  ]
}
