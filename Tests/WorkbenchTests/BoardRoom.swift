import Synthesis
import TestSupport
import Testing

@testable import Workbench

extension Room {
  /// A review of four small studies with eleven codes, and themes over some of them.
  ///
  ///     1 Care fitted to the person        analytical
  ///       1.1 A relationship               being heard, someone who rings back
  ///       1.2 Referrals that fit           asked before being sent, right activity
  ///     2 A place to become someone        analytical
  ///       2.1 The whole of a life          good days and bad days
  static func withThemes() throws -> Room {
    var room = try Room()
    for study in ["Hollis 2019", "Marrow 2016", "Petrie 2020", "Sand 2018"] {
      try room.importText(
        """
        # Findings
        Being listened to came before any plan. | The worker rang back within the week.
        Nobody asked before the letter went out. | The activity was right and the week was wrong.
        Some days were good and some were not. | The bus fare came first.
        """, study: .new(label: study))
    }
    let codes = [
      (1, ["being heard", "someone who rings back"]), (2, ["someone who rings back"]),
      (3, ["asked before being sent", "letters nobody read"]),
      (4, ["right activity, wrong week"]), (5, ["good days and bad days", "wanting an end date"]),
      (6, ["cost of getting there", "talking about money"]),
    ]
    for document in 0..<4 {
      for (line, names) in codes {
        for name in names where document < name.count % 4 + 1 {
          try room.code(room.ada, name, line, of: document)
        }
      }
    }
    try room.code(room.ben, "being heard", 1)
    try room.code(room.ben, "fear of the group", 5)
    let care = try room.theme("Care fitted to the person", .analytical)
    let place = try room.theme("A place to become someone", .analytical)
    for (name, parent, codes) in [
      ("A relationship", care, ["being heard", "someone who rings back"]),
      ("Referrals that fit", care, ["asked before being sent", "right activity, wrong week"]),
      ("The whole of a life", place, ["good days and bad days"]),
    ] {
      let theme = try room.theme(name, over: codes)
      try room.act(room.ada, .place([theme], Landing(under: parent)))
    }
    return room
  }
}

extension Pilot {
  /// Sits at the board of that review.
  static func atBoard(_ size: (Int, Int) = (120, 36), as name: String? = nil) throws -> Pilot {
    let pilot = try Pilot(room: .withThemes(), size: size)
    pilot.press("g t")
    return pilot
  }

  /// The themes with their codes, as the review has them.
  var outline: [String] { (try? room.outline()) ?? [] }
}
