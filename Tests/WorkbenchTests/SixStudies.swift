import Synthesis
import TestSupport
import Testing

@testable import Workbench

/// A review of six studies with two analytical and six descriptive themes, one of which waits for
/// its name.
///
/// The texts are invented.
enum SixStudies {
  /// What is written of each study: its label, what is known of it, and its lines, each with the
  /// codes that it bears.
  private static let studies: [(label: String, fields: [String: String], lines: [Line])] = [
    (
      "Hollis 2019", ["year": "2019", "column.quality": "8", "column.country": "UK"],
      [
        .init("Most had been sent by letter and had not gone.", "being sent, not asked"),
        .init("The worker set the pace with people instead of for them.", "pacing set together"),
        .init("Small steps were agreed week by week.", "small agreed steps", "pacing set together"),
        .init("Several said that this was the first plan they had owned.", "owning the plan"),
        .init("One left for a course that had an end.", "right activity, wrong week"),
        .init("Being asked mattered more than what was asked.", "asked before being sent"),
      ]
    ),
    (
      "Marrow 2016", ["year": "2016", "column.quality": "5", "column.country": "UK"],
      [
        .init("It was mine, so I could break it and mend it.", "owning the plan"),
        .init("She let me finish my sentence.", "being heard"),
        .init("Somebody had written down what I said.", "being heard", "owning the plan"),
        .init("The group met while I was at work.", "right activity, wrong week"),
      ]
    ),
    (
      "Petrie 2020", ["year": "2020", "column.quality": "9", "column.country": "Ireland"],
      [
        .init("Workers asked twice before they wrote a referral.", "asked before being sent"),
        .init("People kept plans that they had written themselves.", "owning the plan"),
        .init("Steps were small enough to fail at.", "small agreed steps"),
        .init("They came back as helpers.", "from guest to host"),
      ]
    ),
    (
      "Sand 2018", ["year": "2018", "column.quality": "4", "column.country": "UK"],
      [
        .init("The group was for other people, they thought.", "the group was for other people"),
        .init("Nobody rang when somebody stayed away.", "nobody rang"),
      ]
    ),
    (
      "Vale 2021", ["year": "2021", "column.country": "Ireland"],
      [
        .init("He made the tea before he spoke to anybody.", "from guest to host"),
        .init("It was about rent before it was about walking.", "the whole of a life"),
        .init("She asked what I would do first.", "being heard", "asked before being sent"),
        .init("The choir was full of people unlike me.", "the group was for other people"),
      ]
    ),
    (
      "Wren 2022", ["year": "2022", "column.quality": "6", "column.country": "Malta"],
      [
        .init("Debts were looked at together with the garden.", "the whole of a life"),
        .init("Each week was agreed at the end of the last.", "small agreed steps"),
        .init("They were greeted by name.", "being heard"),
      ]
    ),
  ]

  private struct Line {
    let text: String
    let codes: [String]

    init(_ text: String, _ codes: String...) {
      self.text = text
      self.codes = codes
    }
  }

  /// The review without themes.
  static func coded() throws -> Room {
    var room = try Room()
    for (index, study) in studies.enumerated() {
      let text = "# Findings\n" + study.lines.map(\.text).joined(separator: " | ")
      try room.importText(text, study: .new(label: study.label))
      let id = try room.review.studies().first { $0.study.label == study.label }?.study.id
      if let id { try room.act(room.ada, .setStudy(id, study.fields)) }
      for (line, own) in study.lines.enumerated() {
        for code in own.codes { try room.code(room.ada, code, line + 1, of: index) }
      }
    }
    try room.code(room.ben, "owning the plan", 4, of: 0)
    try room.code(room.ben, "being heard", 2, of: 1)
    return room
  }

  /// The review with its themes.
  static func room() throws -> Room {
    var room = try coded()
    let care = try room.theme("Care fitted to the person is the treatment", .analytical)
    let place = try room.theme("A place to become someone again", .analytical)
    for (name, parent, codes) in [
      ("A relationship that carries the work", care, ["being heard", "nobody rang"]),
      (
        "Referrals that fit", care,
        ["asked before being sent", "being sent, not asked", "right activity, wrong week"]
      ),
      ("Goals small enough to reach", care, ["small agreed steps", "pacing set together"]),
      ("The whole of a life, not one complaint", place, ["the whole of a life"]),
      ("From guest to host", place, ["from guest to host"]),
      ("", place, ["the group was for other people", "owning the plan"]),
    ] {
      let theme = try room.theme(name, over: codes)
      try room.act(room.ada, .place([theme], Landing(under: parent)))
    }
    let fit = try room.themeOfName("Referrals that fit")
    try room.act(
      room.ada,
      .setTheme(
        fit, ["statement": "People stay where somebody has asked them before sending them."]))
    let greeting = try room.place(of: "They were greeted by name.", in: 5)
    try room.act(room.ada, .tie(fit, at: greeting, isAgainst: false))
    return room
  }

  /// The matrix of the review.
  static func matrix(
    size: (Int, Int) = (120, 36), room: Room? = nil, settings: Settings = Settings()
  ) throws -> Pilot {
    let pilot = try Pilot(room: try room ?? Self.room(), size: size, settings: settings)
    pilot.press("g m")
    return pilot
  }
}

extension Room {
  /// The one theme of a name.
  func themeOfName(_ name: String) throws -> EntityID {
    try board().themes(named: name).first ?? review.id
  }

  /// The study of a label.
  func study(_ label: String) throws -> EntityID {
    try review.studies().first { $0.study.label == label }?.study.id ?? review.id
  }
}
