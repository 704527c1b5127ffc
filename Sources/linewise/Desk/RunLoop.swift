import CursesTerminal
import Foundation
import Glibc
import ReviewFile
import ScreenCells
import Synthesis
import Workbench

/// The program's one loop: waits for keys, signals, answers and news, and draws once for all that
/// has come.
///
/// An idle program waits and costs nothing.
struct RunLoop {
  /// How long at most until the file is looked at, whatever the watch says, in milliseconds.
  private static let longestWait = 2000

  private let terminal: Terminal
  private let worker: Worker
  private var state: State
  private var drawer = Drawer()
  private var decoder: InputDecoder
  private let places: PlaceMemory
  private var keptPlace: String?
  private var keptDraft: Draft?
  private var presence: Presence?
  /// When I last said where I am, so that it is said four times a second at most.
  private var lastTold = 0
  private var hasToTell = true
  /// When the program is to be told that time has passed, in milliseconds since some beginning.
  private var nextTick: Int?
  private var isOver = false
  /// Whether the bank of codes is still read.
  private var bankIsComing = false
  /// Keys that wait for it.
  private var held: [WorkbenchInput] = []

  init(terminal: Terminal, worker: Worker, state: State) {
    self.terminal = terminal
    self.worker = worker
    self.state = state
    decoder = InputDecoder(terminfoKeys: terminal.terminfoKeys)
    places = worker.places
    keptDraft = state.draft
  }

  /// Runs until the desk is left or its terminal is gone.
  mutating func run() throws {
    // Other desks show all studies.
    if state.desk == .code { draw() }
    try arrive()
    draw()
    for effect in state.effectsAtStart { carryOut(effect) }
    while !isOver {
      nextTick = state.nextTick.map { min(nextTick ?? .max, Self.now + $0) }
      let ready = wait()
      var inputs = takeInputs(ready) + takeTick()
      inputs += worker.mailbox.take()
      if ready.isNews || ready.isEmpty { worker.look() }
      if ready.hasCompanions, let presence, presence.drain() {
        inputs.append(.companions(presence.others()))
      }
      tellPlace()
      guard !inputs.isEmpty else { continue }
      worker.drawing.enter()
      for input in inputs where !isOver { takeInTurn(input) }
      if !isOver { draw() }
      worker.watchSaves()
      worker.drawing.leave()
      keepPlace()
      hasToTell = true
      tellPlace()
    }
    let unsaved = worker.finishSaves()
    keepPlace()
    guard unsaved == 0 else {
      throw Failure(
        .busy,
        "the review was held, or its disk full, for a minute: \(unsaved) of the last acts are not "
          + "saved")
    }
  }

  /// Takes what the first screen did without.
  private mutating func arrive() throws {
    try worker.complete(&state)
    presence = worker.presence()
    take(.companions(presence?.others() ?? []))
    keptPlace = places.text(of: state)
  }

  private mutating func take(_ input: WorkbenchInput) {
    for effect in state.update(input) { carryOut(effect) }
  }

  /// Takes an input, or holds it: what is typed where codes are looked for waits until all are here,
  /// or it would make new ones of those that are not.
  private mutating func takeInTurn(_ input: WorkbenchInput) {
    switch input {
    case .input where bankIsComing && (state.looksAmongCodes || !held.isEmpty):
      held.append(input)
      return
    case .bank, .failed: bankIsComing = false
    default: break
    }
    take(input)
    while !bankIsComing, !isOver, !held.isEmpty { take(held.removeFirst()) }
  }

  private mutating func carryOut(_ effect: Effect) {
    if case .loadBank = effect { bankIsComing = true }
    switch effect {
    case .quit: isOver = true
    case .redraw: terminal.redraw()
    case .suspend: suspend()
    case .setMouse(let on): terminal.setMouse(on)
    case .copy(let text):
      if !terminal.copyToClipboard(text) { take(.failed("that is too long for the clipboard")) }
    case .edit(let text): edit(text)
    // Before it is drawn: a terminal that takes nothing keeps no act from being saved.
    default: worker.take(effect)
    }
  }

  /// No transaction may be open while the process is stopped, be it one that only reads: it would
  /// stop every save in the room.
  private mutating func suspend() {
    worker.atRest { terminal.suspend() }
    take(.resized(terminal.size))
  }

  private mutating func draw() { terminal.paint(drawer.picture(of: state)) }

  private mutating func edit(_ text: String) {
    do {
      let edited = try terminal.whileAway { try Editor.edit(text) }
      take(.edited(edited))
    } catch {
      take(.failed(Failure(error).sentence))
    }
  }

  /// Says to the others where I am, four times a second at most.
  private mutating func tellPlace() {
    guard hasToTell, let presence, Self.now - lastTold >= 250 else { return }
    let line = state.reader.flatMap { reader in
      reader.focusOrFirst.map { reader.lines[$0].number }
    }
    presence.tell(
      study: state.reader?.page.summary.study.id, line: line ?? 0,
      holding: state.thingsHeld)
    (lastTold, hasToTell) = (Self.now, false)
  }

  private mutating func keepPlace() {
    do {
      try keepDraft()
      guard let text = places.text(of: state), text != keptPlace else { return }
      keptPlace = text
      try places.keep(text)
    } catch {
      _ = state.update(.failed("your place is not kept: \(Failure(error).sentence)"))
    }
  }

  /// Keeps what is being written until it is an act, and that act on disk.
  private mutating func keepDraft() throws {
    let draft = state.draft
    guard draft != keptDraft, draft != nil || state.pending.isEmpty else { return }
    keptDraft = draft
    try places.keep(draft)
  }
}

extension RunLoop {
  private struct Ready {
    var hasKeys = false
    var hasSignals = false
    var hasAnswers = false
    var isNews = false
    var hasCompanions = false

    var isEmpty: Bool {
      !hasKeys && !hasSignals && !hasAnswers && !isNews && !hasCompanions
    }
  }

  private func wait() -> Ready {
    let wake = worker.wakeUp?.descriptor ?? -1
    var descriptors = [
      terminal.inputDescriptor, terminal.signalDescriptor, worker.mailbox.descriptor, wake,
      presence?.descriptor ?? -1,
    ].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let escape = decoder.deadline.map { max(0, $0 - Self.now) } ?? Self.longestWait
    let telling = hasToTell && presence != nil ? max(0, lastTold + 250 - Self.now) : escape
    let tick = nextTick.map { max(0, $0 - Self.now) } ?? Self.longestWait
    let timeout = min(escape, telling, tick, Self.longestWait)
    let count = poll(&descriptors, nfds_t(descriptors.count), Int32(timeout))
    guard count > 0 else { return Ready() }
    let isReady = descriptors.map { $0.revents != 0 }
    return Ready(
      hasKeys: isReady[0], hasSignals: isReady[1], hasAnswers: isReady[2],
      isNews: isReady[3] && worker.wakeUp?.drain() == true, hasCompanions: isReady[4])
  }

  private mutating func takeInputs(_ ready: Ready) -> [WorkbenchInput] {
    let now = Self.now
    var inputs: [WorkbenchInput] = []
    if ready.hasSignals { inputs += takeSignals() }
    if ready.hasKeys {
      guard let bytes = terminal.readInput() else {
        isOver = true
        return []
      }
      inputs += decoder.feed(bytes, at: now).map { .input($0, at: now) }
    } else {
      inputs += decoder.expire(at: now).map { .input($0, at: now) }
    }
    return Self.thinned(inputs)
  }

  private mutating func takeTick() -> [WorkbenchInput] {
    let now = Self.now
    guard let due = nextTick, now >= due else { return [] }
    nextTick = nil
    return [.tick(now)]
  }

  private mutating func takeSignals() -> [WorkbenchInput] {
    var inputs: [WorkbenchInput] = []
    for signal in terminal.takeSignals() {
      switch signal {
      case .resized:
        terminal.resized()
        inputs.append(.resized(terminal.size))
      case .terminated: isOver = true
      case .continued:
        terminal.resumed()
        inputs.append(.resized(terminal.size))
      case .stopped:
        worker.atRest { terminal.suspend() }
        inputs.append(.resized(terminal.size))
      }
    }
    return inputs
  }

  /// Of motions that follow each other only the last is looked at.
  private static func thinned(_ inputs: [WorkbenchInput]) -> [WorkbenchInput] {
    inputs.enumerated().filter { index, input in
      guard isMotion(input), index + 1 < inputs.count else { return true }
      return !isMotion(inputs[index + 1])
    }.map(\.element)
  }

  private static func isMotion(_ input: WorkbenchInput) -> Bool {
    if case .input(.mouse(let mouse), _) = input { mouse.kind == .drag } else { false }
  }

  /// Milliseconds since some beginning.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
