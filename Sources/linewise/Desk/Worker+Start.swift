import ReviewFile
import ScreenCells
import Synthesis
import Workbench

extension Worker {
  /// The state at the start: where the coder was when they left, with no more of the codes than the
  /// names that the first screen shows; ``complete(_:)`` has to follow before a key is taken.
  func firstState(size: Size, keymap: Keymap, settings: Settings) throws -> State {
    let file = session.file
    seen = try file.head()?.seq ?? 0
    restOfStart = Beside(on: reads) { [self, coder = session.coder.id] in
      (studies: try slow.studies(), act: try slow.lastAct(of: coder))
    }
    var state = State(
      size: size, keymap: keymap, settings: settings, review: try file.review(),
      me: session.coder, coders: try file.coders(), studies: [], bank: [])
    state.bank = Bank([], isWhole: false)
    places.restore(&state)
    let page = try firstPage(state.spotAtStart)
    if let page {
      interest = Set(page.summary.documents)
      _ = state.update(.study(page, at: state.spotAtStart))
      state.bank.take(try file.names(of: state.codesAtStart))
    }
    if let draft = places.draft { state.resume(draft) }
    return state
  }

  /// Adds what the code desk's first screen did without, once it is read.
  func complete(_ state: inout State) throws {
    guard let rest = try restOfStart?.value else { return }
    restOfStart = nil
    state.studies = rest.studies
    state.undoable = rest.act?.sentence
  }

  /// The study at which the coder was, or the first.
  private func firstPage(_ spot: Spot?) throws -> StudyPage? {
    func page(of study: EntityID?) throws -> StudyPage? {
      try study.flatMap { try session.file.page(of: $0, for: session.coder.id) }
    }
    return try page(of: spot?.study.flatMap(EntityID.init(guid:)))
      ?? page(of: session.file.firstStudy())
  }
}
