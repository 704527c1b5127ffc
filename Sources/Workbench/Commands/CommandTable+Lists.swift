extension CommandTable {
  /// The Studies desk.
  static let studies: [CommandEntry] = [
    .init(
      .studies, .studyImport, ["+", "insert"], "Import texts.", "import", mouse: "click +"),
    .init(
      .studies, .sectionEligibility, [", e"], "Eligibility of this section, with a reason.",
      "eligibility", mouse: "click its mark"),
    .init(.studies, .progressOpen, [", p"], "Progress by coder.", "progress"),
    .init(.studies, .studyDone, [", r"], "I have finished this study.", "finished"),
  ]

  /// The History desk.
  static let history: [CommandEntry] = [
    .init(
      .history, .thingOpen, ["enter"], "Go to what was changed.", "go there",
      mouse: "double-click"),
    .init(
      .history, .historyUndoThis, [", u"], "Undo this act; shows first what it would touch.",
      "undo this"),
  ]

  /// A short list, each of whose rows shows its letter.
  static let choice: [CommandEntry] = [
    .init(.choice, .cursorDown, ["down"], "Next.", "down", mouse: "click"),
    .init(.choice, .cursorUp, ["up"], "Previous.", "up", mouse: "click"),
    .init(.choice, .choiceTake, ["enter"], "Take it.", "take", mouse: "click"),
    .init(.choice, .choiceLast, ["s"], "The last reason again.", "last reason"),
    .init(.choice, .helpOpen, ["?", "f1"], "Every key here.", "keys", .essential),
    .init(
      .choice, .actCancel, ["esc", "ctrl-c"], "None.", "none", mouse: "click outside",
      .essential),
  ]
}
