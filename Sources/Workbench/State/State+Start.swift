import ScreenCells
import Synthesis

extension State {
  /// The codes whose names may be on screen before the whole bank is read.
  package var codesAtStart: Set<EntityID> {
    (reader?.codes(within: size.rows) ?? []).union(pins.values)
  }

  /// What has to be read at the start.
  package var effectsAtStart: [Effect] {
    (bank.isWhole ? [] : [.loadBank]) + effectsOfDesk
  }

  private var effectsOfDesk: [Effect] {
    switch desk {
    case .history: [.loadHistory(limit: 500)]
    case .themes, .matrix: [.loadBoard]
    case .code, .studies: []
    }
  }
}
