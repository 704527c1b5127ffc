/// Turns the bytes that a terminal sends into keys, mouse reports and pastes.
///
/// It is a value without a clock: whoever reads the terminal says what time it is.
///
///     var decoder = InputDecoder()
///     decoder.feed(Array("j\u{1B}[A".utf8), at: 0)  // j, up
///     decoder.feed([0x1B], at: 10)                  // nothing yet: Esc, or more to come?
///     decoder.deadline                              // 35
///     decoder.expire(at: 35)                        // esc
///
/// How the bytes are split over reads makes no difference, as long as no deadline passes in
/// between. What is no input for us, such as a terminal's answer or an unknown sequence, is
/// swallowed whole: none of its characters ever becomes a key.
///
/// All times are milliseconds on any clock that does not go backwards.
package struct InputDecoder: Sendable {
  /// How long an Esc waits for the rest of a sequence.
  package static let escapeWait = 25
  /// How long the rest of a sequence that has begun, or of a mouse report whose Esc came alone,
  /// is waited for.
  package static let tailWait = 300
  /// How long a terminal's answer may pause before it counts as over.
  static let answerWait = 500
  /// How long a paste may pause before what has come is handed on.
  static let pasteWait = 1_000
  /// Bytes of one paste that are kept.
  package static let longestPaste = 1_000_000
  /// Bytes of a sequence that are looked at; longer ones are none of ours.
  static let longestSequence = 64

  /// What the bytes so far have begun.
  enum State: Sendable {
    case ground
    case character
    /// An Esc alone.
    case escape
    /// `Esc O`
    case singleShift
    /// `Esc [`
    case control
    /// `Esc [ [`, as the Linux console begins its first five function keys.
    case console
    /// `Esc [ M` and three bytes: a mouse report in the oldest form.
    case oldMouse
    /// A string that only terminals send: operating system command, device control, and the like.
    case answer
    case answerEscape
    case paste
    /// `[` shortly after an Esc that was taken for the key.
    case orphan
  }

  let terminfoKeys: [[UInt8]: Key]
  var state = State.ground
  /// The bytes of what was begun, from its Esc on.
  var pending: [UInt8] = []
  /// Whether another Esc, or alt, came before what was begun.
  var isAlt = false
  /// Whether the deadline of an unfinished sequence has passed.
  var isStale = false
  var pasted = PastedBytes()
  var inputs: [Input] = []
  var orphansUntil = Int.min
  var lastByte = 0

  /// Makes a decoder that has seen nothing.
  ///
  /// - Parameter terminfoKeys: What this terminal's keys send, by terminfo, in addition to the
  ///   forms that are always known. Only sequences of an Esc and two or more bytes are used.
  package init(terminfoKeys: [String: Key] = [:]) {
    var known: [[UInt8]: Key] = [:]
    for (sequence, key) in terminfoKeys {
      let bytes = Array(sequence.utf8)
      guard bytes.first == 0x1B, bytes.count > 2 else { continue }
      guard bytes != [0x1B, 0x5B, 0x4D], bytes != [0x1B, 0x5B, 0x3C] else { continue }
      known[bytes] = key
    }
    self.terminfoKeys = known
  }

  /// Takes bytes as they were read and gives what is complete by them.
  ///
  /// - Complexity: O(*n*), also for a paste of any length.
  package mutating func feed(_ bytes: [UInt8], at milliseconds: Int) -> [Input] {
    guard !bytes.isEmpty else { return [] }
    lastByte = milliseconds
    if state == .paste, isStale, bytes.count == 1 { endPaste() }
    isStale = isStale && state != .paste
    var index = 0
    while index < bytes.count {
      if state == .paste {
        index = pasted.take(bytes, from: index)
        if pasted.isComplete { endPaste() }
      } else {
        take(bytes[index])
        index += 1
      }
    }
    return handOver()
  }

  /// When to call ``expire(at:)`` if no byte has come until then; `nil`: wait for bytes alone.
  package var deadline: Int? {
    wait.map { lastByte + $0 }
  }

  /// Decides what was left open: an Esc to which nothing came is the key.
  package mutating func expire(at milliseconds: Int) -> [Input] {
    guard let deadline, milliseconds >= deadline else { return [] }
    giveUp(at: milliseconds)
    return handOver()
  }

  private mutating func handOver() -> [Input] {
    defer { inputs.removeAll() }
    return inputs
  }
}
