import ScreenCells
import Synthesis
import TestSupport
import Testing

@testable import Workbench

/// Sits at the desk: gives it keys and the mouse, carries out what it asks for on a review in
/// memory, and holds after each input that the screen is sound.
///
///     let pilot = try Pilot("# Findings\nMothers waited. | They hoped.")
///     pilot.press("enter")
///     pilot.type("waiting")
///     pilot.press("enter enter")
///     pilot.acts                                  // ["coded Study 1 2 ‘waiting’"]
final class Pilot {
  /// The two coders and their review.
  var room: Room
  /// What the program knows.
  private(set) var state: State
  /// Who sits at the desk.
  let me: EntityID
  /// What I did since, in words.
  private(set) var acts: [String] = []
  /// What was left to the run loop to carry out, such as to copy, export or quit.
  private(set) var outside: [Effect] = []
  /// Whether what is asked for waits until ``answer()``.
  var holdsAnswers = false
  /// Whether a desk has asked for boards, so that it is told of them.
  var isTellingOfBoards = false
  /// What waits to be carried out.
  private(set) var waiting: [Effect] = []
  /// What draws the screens one after another.
  private var drawer = Drawer()
  /// The time in milliseconds.
  private var time = 0

  /// Opens the desk of Ada, or of somebody else, on the first study.
  init(
    room: Room, as coder: EntityID? = nil, size: (Int, Int) = (120, 36), keymap: Keymap = .builtIn,
    settings: Settings = Settings()
  ) throws {
    self.room = room
    let own = coder ?? room.ada
    me = own
    let coders = try room.review.coders()
    let studies = try room.review.studies()
    state = State(
      size: Size(columns: size.0, rows: size.1), keymap: keymap, settings: settings,
      review: try room.review.review(), me: try #require(coders.first { $0.id == own }),
      coders: coders, studies: studies, bank: try room.review.bank())
    if let first = studies.first, let page = try room.review.page(of: first.study.id) {
      _ = state.update(.study(page, at: nil))
    }
    _ = state.update(.undoable(try room.review.undoable(by: own)))
  }

  convenience init(_ texts: String..., size: (Int, Int) = (120, 36)) throws {
    var room = try Room()
    for (index, text) in texts.enumerated() {
      try room.importText(text, study: .new(label: "Study \(index + 1)"))
    }
    try self.init(room: room, size: size)
  }

  // MARK: - What is done

  /// Presses keys, written as in keymap files and separated by spaces.
  func press(_ keys: String, sourceLocation: SourceLocation = #_sourceLocation) {
    for token in keys.split(separator: " ") {
      guard let key = Key(token: String(token)) else {
        Issue.record("\(token) is no key", sourceLocation: sourceLocation)
        return
      }
      take(.input(.key(key), at: tick(10)), sourceLocation)
    }
  }

  /// Types letters.
  func type(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    for scalar in text.unicodeScalars {
      take(.input(.key(Key(String(scalar))), at: tick(10)), sourceLocation)
    }
  }

  /// Presses the first key of a command in the context that holds now.
  func run(
    _ command: Command, digit: Int? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let keys = state.keymap.keys(for: command, in: state.context)
    let wanted = digit.map { digit in keys.first { $0.last == String(digit) } } ?? keys.first
    guard let wanted else {
      Issue.record("\(command) has no key in \(state.context)", sourceLocation: sourceLocation)
      return
    }
    press(wanted.joined(separator: " "), sourceLocation: sourceLocation)
  }

  /// Pastes a text.
  func paste(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    take(.input(.paste(text), at: tick(10)), sourceLocation)
  }

  /// Opens the picker on the line in focus, adds codes, and is done.
  func code(_ names: String..., sourceLocation: SourceLocation = #_sourceLocation) {
    run(.codePick, sourceLocation: sourceLocation)
    for name in names {
      type(name, sourceLocation: sourceLocation)
      press("enter", sourceLocation: sourceLocation)
    }
    press("enter", sourceLocation: sourceLocation)
  }

  /// Does the same reports of the mouse as a hand: press and release on the first place that was
  /// marked as `target`, `column` cells into it.
  func click(
    _ target: Target, column: Int = 0, _ button: Mouse.Button = .left, ctrl: Bool = false,
    twice: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let point = point(of: target, column, sourceLocation) else { return }
    click(at: point, button, ctrl: ctrl, sourceLocation: sourceLocation)
    guard twice else { return }
    let again = self.point(of: target, column, sourceLocation) ?? point
    mouse(.press, button, at: again, ctrl: ctrl, after: 100, sourceLocation: sourceLocation)
    mouse(.release, button, at: again, ctrl: ctrl, after: 10, sourceLocation: sourceLocation)
  }

  /// Clicks a cell.
  func click(
    at point: Point, _ button: Mouse.Button = .left, ctrl: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    mouse(.press, button, at: point, ctrl: ctrl, sourceLocation: sourceLocation)
    mouse(.release, button, at: point, ctrl: ctrl, after: 10, sourceLocation: sourceLocation)
  }

  /// Presses on one target and releases on another.
  func drag(
    from start: Target, column: Int = 0, to end: Target, endColumn: Int = 0,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let from = point(of: start, column, sourceLocation),
      let to = point(of: end, endColumn, sourceLocation)
    else { return }
    mouse(.press, at: from, sourceLocation: sourceLocation)
    mouse(.drag, at: to, after: 50, sourceLocation: sourceLocation)
    mouse(.release, at: to, after: 50, sourceLocation: sourceLocation)
  }

  /// One report of the mouse.
  func mouse(
    _ kind: Mouse.Kind, _ button: Mouse.Button = .left, at point: Point, ctrl: Bool = false,
    after: Int = 1000, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    take(
      .input(.mouse(Mouse(kind, button, at: point, ctrl: ctrl)), at: tick(after)), sourceLocation)
  }

  /// Turns the wheel over a target.
  func wheel(
    down: Bool, over target: Target, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let point = point(of: target, 0, sourceLocation) else { return }
    mouse(down ? .wheelDown : .wheelUp, at: point, sourceLocation: sourceLocation)
  }

  /// The terminal has another size.
  func resize(
    _ columns: Int, _ rows: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    take(.resized(Size(columns: columns, rows: rows)), sourceLocation)
  }

  /// Something that the program is told, as it stands.
  func tell(_ input: WorkbenchInput, sourceLocation: SourceLocation = #_sourceLocation) {
    take(input, sourceLocation)
  }

  /// Others do something; the desk hears of it as of anything.
  func partner(
    sourceLocation: SourceLocation = #_sourceLocation, _ acts: (inout Room) throws -> Void
  ) {
    reporting(sourceLocation) {
      let before = room.review
      try acts(&room)
      try tell(since: before, sourceLocation)
    }
  }

  /// Carries out what was held back.
  func answer(sourceLocation: SourceLocation = #_sourceLocation) {
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      carryOut(effect, sourceLocation)
    }
  }

  private func tick(_ milliseconds: Int) -> Int {
    time += milliseconds
    return time
  }

  private func point(
    of target: Target, _ column: Int, _ sourceLocation: SourceLocation
  ) -> Point? {
    let frame = state.view()
    // A place that something else covers is not where a hand would go.
    let places = frame.rects(of: target).map { $0.origin.moved(columns: column) }
    let seen = places.first { frame.target(at: $0) == target }
    if seen == nil {
      Issue.record("\(target) is not on the screen:\n\(screen)", sourceLocation: sourceLocation)
    }
    return seen
  }
}

extension Pilot {
  // MARK: - What is seen

  /// The screen as text.
  var screen: String { state.view().text }

  /// The rows of the screen.
  var rows: [String] {
    screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The top line.
  var top: String { rows.first ?? "" }

  /// The bottom line.
  var bottom: String { rows.last ?? "" }

  /// What the bottom line says last.
  var said: String? { state.message?.text }

  /// The number of the line under the cursor.
  var line: Int? { state.reader.flatMap { reader in reader.focus.map { reader.lines[$0].number } } }

  /// The names of the codes beside a line, by its number.
  func codes(on number: Int) -> [String] {
    guard let reader = state.reader,
      let index = reader.lines.firstIndex(where: { $0.number == number })
    else { return [] }
    return reader.marks(of: index).map { state.bank.name(of: $0.code) }
  }

  /// The picker that is open.
  var picker: Picker? { if case .picker(let picker)? = state.overlays.last { picker } else { nil } }

  /// The short list that is open.
  var choice: Choice? { if case .choice(let choice)? = state.overlays.last { choice } else { nil } }

  /// The field that is open.
  var field: String? {
    switch state.overlays.last {
    case .field(let prompt): prompt.field.text
    case .memo(let memo): memo.field.text
    case .picker(let picker): picker.field.text
    default: nil
    }
  }

  /// The label of the row in focus in a picker or a short list.
  var focused: String? { picker?.focused?.label ?? choice.map { $0.rows[$0.focus].label } }

  /// The rows of the picker.
  var listed: [String] { picker?.rows.map(\.label) ?? [] }

  /// Whether the program wants to leave.
  var hasQuit: Bool { outside.contains(.quit) }
}

extension Pilot {
  // MARK: - What is carried out

  private var interest: [EntityID] { state.reader?.page.summary.documents ?? [] }

  private func take(_ input: WorkbenchInput, _ sourceLocation: SourceLocation) {
    for effect in state.update(input) {
      if holdsAnswers { waiting.append(effect) } else { carryOut(effect, sourceLocation) }
    }
    for flaw in state.flaws + leftovers {
      Issue.record("\(flaw) after \(input)", sourceLocation: sourceLocation)
    }
  }

  /// What is shown otherwise than it would be if nothing had been shown before; nothing, ever.
  private var leftovers: [String] {
    let (shown, wanted) = (drawer.picture(of: state), state.view().picture)
    guard shown != wanted else { return [] }
    guard shown.grid != wanted.grid else {
      return ["the cursor was left at \(shown.cursor, default: "no place")"]
    }
    return wanted.grid.changes(from: shown.grid).map { row, columns in
      "columns \(columns) of ‘\(wanted.grid.line(row))’ were left as ‘\(shown.grid.line(row))’"
    }
  }

  private func carryOut(_ effect: Effect, _ sourceLocation: SourceLocation) {
    reporting(sourceLocation) {
      switch effect {
      case .perform(let intent, let number): try perform(intent, number, sourceLocation)
      case .loadStudy(let study, let spot):
        guard let page = try room.review.page(of: study) else {
          return take(.failed("that study is gone"), sourceLocation)
        }
        take(.study(page, at: spot), sourceLocation)
      case .loadSections(let study):
        let rule = try room.review.review().quotations
        let sections = try room.review.page(of: study)?.listedSections(rule) ?? []
        take(.sections(study, sections), sourceLocation)
      case .loadMemo(let target, let title):
        take(.memo(target, title: title, text: try memo(on: target)), sourceLocation)
      case .loadHistory(let limit):
        take(.history(try room.review.history(limit: limit)), sourceLocation)
      case .loadCodeLines(let code, let study):
        let lines = try room.review.lines(holding: code, notIn: study)
        take(.codeLines(code, lines), sourceLocation)
      case .loadBoard: try answerBoard()
      case .loadBoardLines(let subject, let limit), .loadPeek(let subject, let limit):
        try answerLines(of: subject, limit: limit)
      case .search(let words): take(.hits(words, try room.review.search(words)), sourceLocation)
      case .askUndoable: take(.undoable(try room.review.undoable(by: me)), sourceLocation)
      default: outside.append(effect)
      }
    }
  }

  private func memo(on target: MemoTarget) throws -> String {
    guard case .study(let study) = target else { return "" }
    return try room.review.live(Memo.kind)
      .compactMap { Memo(id: $0.id, fields: $0.folded.fields) }
      .first { $0.about == study && $0.coder == me }?.text ?? ""
  }

  /// Does what the worker does: the rows first, then the answer.
  private func perform(
    _ intent: Intent, _ number: Int, _ sourceLocation: SourceLocation
  ) throws {
    let before = room.review
    do {
      let (action, remark) = try room.review.outcome(of: intent, as: me, origin: room.origin)
      guard let action else {
        return take(.performed(number: number, .nothing(remark: remark)), sourceLocation)
      }
      let sentence = try room.review.item(action).sentence
      acts.append(sentence)
      try tell(since: before, sourceLocation)
      take(
        .performed(number: number, .done(sentence: sentence, remark: remark)), sourceLocation)
    } catch let refusal as Refusal {
      var action: ActionID?
      if case .usedByOthers = refusal, case .undo(let chosen, _) = intent {
        action = try chosen ?? room.review.lastAct(of: me)?.id
      }
      take(
        .performed(number: number, .refused(refusal.sentence, restOf: action)), sourceLocation)
    }
  }

  /// Tells what has changed, as the worker does after each act.
  private func tell(since before: MemoryReview, _ sourceLocation: SourceLocation) throws {
    take(.news(try room.review.news(since: before, of: interest, for: me)), sourceLocation)
    try recount()
  }

  private func reporting(_ sourceLocation: SourceLocation, _ body: () throws -> Void) {
    do {
      try body()
    } catch {
      Issue.record(error, sourceLocation: sourceLocation)
    }
  }
}
