import ReviewFile
import ScreenCells
import Synthesis
import Workbench

/// The desk without a terminal: plays keys and gives the screen that a person would see.
struct Headless {
  private let worker: Worker
  private(set) var state: State

  init(_ session: Session, size: Size, keymap: Keymap, settings: Settings) throws {
    worker = try Worker(session: session)
    state = try worker.firstState(size: size, keymap: keymap, settings: settings)
    try worker.complete(&state)
    worker.take(.loadBank)
    settle()
  }

  /// Plays a key by its name in keymaps, and waits until all it set off is done.
  mutating func press(_ token: String) throws {
    guard let key = Key(token: token) else {
      throw Failure(.usage, "‘\(token)’ is no key; keys are named as in keymaps: j, enter, ctrl-d")
    }
    take(.input(.key(key), at: 0))
    settle()
  }

  private mutating func take(_ input: WorkbenchInput) {
    for effect in state.update(input) { worker.take(effect) }
  }

  private mutating func settle() {
    while true {
      worker.finish()
      let answers = worker.mailbox.take()
      if answers.isEmpty { return }
      for answer in answers { take(answer) }
    }
  }
}
