import ScreenCells

/// Draws one screen after another, each as ``State/view()`` would, and of each only what shows
/// something else than the one before.
package struct Drawer {
  /// The desk without what stands over it, as it was drawn last.
  private var desk = Frame(size: Size(columns: 0, rows: 0))
  private var memory = DeskMemory()

  /// Makes one that has drawn nothing yet.
  package init() {}

  /// The screen of a state, as a terminal shows it.
  package mutating func picture(of state: State) -> Picture { frame(of: state).picture }

  /// The screen of a state.
  ///
  /// What could be clicked on the parts that are not drawn again is not known of it.
  mutating func frame(of state: State) -> Frame {
    if desk.size != state.size || !state.hasPanes { self = Drawer(size: state.size) }
    desk.keepCells()
    guard state.hasPanes else {
      state.drawWithoutPanes(on: &desk)
      return desk
    }
    let rooms = Rooms(state.size, state.desk)
    state.drawDesk(on: &desk, rooms, &memory)
    var frame = desk
    state.drawWhatStandsOver(on: &frame, rooms)
    return frame
  }

  private init(size: Size) { desk = Frame(size: size) }
}

/// What the parts of a desk showed when they were drawn last.
struct DeskMemory {
  /// What has the body of the screen, of that which is remembered.
  enum Body {
    case reader, board
  }

  var top: TopLine?
  var body: Body?
  var reader = ReaderMemory()
  var board = BoardMemory()
}
