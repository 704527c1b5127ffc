import Foundation
import ReviewFile
import Synthesis
import Workbench

/// Where a coder was, kept by review and coder in the user's state folder: not part of the review.
struct PlaceMemory {
  let review: EntityID
  let coder: EntityID

  private struct Kept: Codable {
    var spot: Spot
    var places: [String: Spot]
    var pins: [String: String]
    var lastReason: String?
    var recent: [String]
    var dimming: String
    /// None where an older program kept the place.
    var board: BoardPlace?
    var hidesHeadings: Bool?
    /// How the matrix looks; none where an older program kept the place.
    var matrix: MatrixDesk.Kept?
  }

  private var name: String { "\(coder).place.json" }

  /// Puts a state where its coder was.
  func restore(_ state: inout State) {
    guard let text = StateFolder.read(name, of: review),
      let kept = try? JSONDecoder().decode(Kept.self, from: Data(text.utf8))
    else { return }
    state.spotAtStart = kept.spot
    state.desk = Desk(rawValue: kept.spot.desk) ?? .code
    for (study, spot) in kept.places {
      if let id = EntityID(guid: study) { state.places[id] = spot }
    }
    for (digit, code) in kept.pins {
      if let digit = Int(digit), let id = EntityID(guid: code) { state.pins[digit] = id }
    }
    state.lastReason = kept.lastReason
    // Whichever of them are gone by now fit nothing that is typed.
    for code in kept.recent.reversed().compactMap(EntityID.init(guid:)) { state.bank.used(code) }
    state.settings.dimming = Settings.Dimming(rawValue: kept.dimming) ?? .none
    if let board = kept.board { state.restore(board) }
    state.settings.hidesHeadings = kept.hidesHeadings ?? false
    if let matrix = kept.matrix { state.matrix.kept = matrix }
  }

  /// The state's place as it is kept.
  func text(of state: State) -> String? {
    var places: [String: Spot] = [:]
    for (study, spot) in state.places { places[study.description] = spot }
    if let study = state.reader?.page.summary.study.id { places[study.description] = state.spot }
    var pins: [String: String] = [:]
    for (digit, code) in state.pins { pins[String(digit)] = code.description }
    let kept = Kept(
      spot: state.spot, places: places, pins: pins, lastReason: state.lastReason,
      recent: state.bank.recent.prefix(100).map(\.description),
      dimming: state.settings.dimming.rawValue, board: state.boardPlace,
      hidesHeadings: state.settings.hidesHeadings, matrix: state.matrix.kept)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(kept)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Keeps a place.
  func keep(_ text: String) throws { try StateFolder.write(text, to: name, of: review) }

  private var draftName: String { "\(coder).draft.json" }

  /// What was being written when the desk was last ended.
  var draft: Draft? {
    StateFolder.read(draftName, of: review)
      .flatMap { try? JSONDecoder().decode(Draft.self, from: Data($0.utf8)) }
  }

  /// Keeps what is being written, or nothing.
  func keep(_ draft: Draft?) throws {
    guard let draft else { return StateFolder.remove(draftName, of: review) }
    let text = String(decoding: try JSONEncoder().encode(draft), as: UTF8.self)
    try StateFolder.write(text, to: draftName, of: review)
  }
}
