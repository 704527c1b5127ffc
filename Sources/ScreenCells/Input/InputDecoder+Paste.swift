/// The bytes of a paste under way: everything until `Esc [ 201 ~`.
struct PastedBytes: Sendable {
  private static let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

  private(set) var bytes: [UInt8] = []
  /// Bytes beyond what is kept.
  private(set) var dropped = 0
  /// How much of the end mark has been seen.
  private var matched = 0

  var isComplete: Bool { matched == Self.end.count }

  /// Takes bytes up to the end of the paste or of the read; gives the index of the next byte.
  mutating func take(_ read: [UInt8], from first: Int) -> Int {
    read.withUnsafeBufferPointer { read in
      var index = first
      while index < read.count, !isComplete {
        if matched == 0 {
          let start = index
          while index < read.count, read[index] != 0x1B { index += 1 }
          keep(read[start..<index])
          if index < read.count {
            matched = 1
            index += 1
          }
        } else if read[index] == Self.end[matched] {
          matched += 1
          index += 1
        } else {
          keepMatched()
        }
      }
      return index
    }
  }

  /// What looked like the end mark was part of the text.
  private mutating func keepMatched() {
    let count = matched
    matched = 0
    Self.end.withUnsafeBufferPointer { keep($0[..<count]) }
  }

  private mutating func keep(_ more: Slice<UnsafeBufferPointer<UInt8>>) {
    let room = InputDecoder.longestPaste - bytes.count
    bytes.append(contentsOf: more.prefix(room))
    dropped += max(0, more.count - room)
  }

  /// The text, with newlines for all line ends and without bytes that are no UTF-8.
  var text: String {
    var text = String.UnicodeScalarView()
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var afterReturn = false
    while true {
      switch decoder.decode(&iterator) {
      case .emptyInput: return String(text)
      case .error: afterReturn = false
      case .scalarValue("\n") where afterReturn: afterReturn = false
      case .scalarValue(let scalar):
        afterReturn = scalar == "\r"
        text.append(afterReturn ? "\n" : scalar)
      }
    }
  }
}

extension InputDecoder {
  mutating func beginPaste() {
    reset()
    pasted = PastedBytes()
    state = .paste
  }

  mutating func endPaste() {
    handOnPaste()
    reset()
  }

  /// Gives what has been pasted so far.
  ///
  /// A paste that pauses for long goes on as another paste, so that its rest cannot become keys;
  /// see ``feed(_:at:)`` for how a hand ends it.
  mutating func handOnPaste() {
    let text = pasted.text
    if !text.isEmpty { inputs.append(.paste(text)) }
    if pasted.dropped > 0 { inputs.append(.pasteCut(pasted.dropped)) }
    pasted = PastedBytes()
  }
}
