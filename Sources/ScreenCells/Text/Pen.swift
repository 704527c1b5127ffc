/// Decides, scalar by scalar, what is drawn for a text.
///
/// The one place that knows; ``displayable(_:)``, ``displayWidth(_:)`` and ``TextFlow`` all ask it,
/// so that they cannot disagree.
struct Pen {
  /// What is drawn for one scalar.
  enum Stroke: Equatable {
    /// The scalar, in so many columns.
    case itself(Int)
    /// Another scalar, one column wide.
    case mark(Unicode.Scalar)
    /// The scalar on a dotted circle, because it has nothing to stand on.
    case onCircle
    case spaces(Int)
    /// The number of a control that has no picture, as `‹9B›`.
    case number(UInt8)
    case nothing
  }

  /// Accents that one character keeps; a cell of ncurses holds one more.
  static let mostMarks = 3
  /// Columns that a tab takes, wherever it stands.
  static let tabColumns = 4
  /// Stands for a character that would not be seen.
  static let hiddenMark: Unicode.Scalar = "\u{AC}"
  /// Stands for a character that terminals do not know.
  static let unknownMark: Unicode.Scalar = "\u{FFFD}"

  private var marks = 0
  private var hasBase = false
  /// What a joiner or a variation selector would belong to.
  private var last: Unicode.Scalar?

  mutating func draw(_ scalar: Unicode.Scalar) -> Stroke {
    switch ScalarClass(scalar) {
    case .combining: return combine()
    case .narrow: return base(scalar, columns: 1)
    case .wide: return base(scalar, columns: 2)
    case .hidden: return hide(scalar)
    case .unknown: return place(.mark(Self.unknownMark))
    case .control: return place(Self.picture(ofControl: scalar.value))
    }
  }

  private mutating func base(_ scalar: Unicode.Scalar, columns: Int) -> Stroke {
    let stroke = place(.itself(columns))
    last = scalar
    return stroke
  }

  private mutating func place(_ stroke: Stroke) -> Stroke {
    marks = 0
    hasBase = true
    last = nil
    return stroke
  }

  private mutating func combine() -> Stroke {
    marks += 1
    guard hasBase else {
      hasBase = true
      return .onCircle
    }
    return marks > Self.mostMarks ? .nothing : .itself(0)
  }

  private var afterEmoji: Bool {
    last.map { !$0.isASCII && $0.properties.isEmoji } ?? false
  }

  /// Joiners and variation selectors inside an emoji are how it is spelled: its parts are shown and
  /// they are not.
  ///
  /// Anywhere else what is hidden gets a mark.
  private mutating func hide(_ scalar: Unicode.Scalar) -> Stroke {
    switch scalar.value {
    case 0x200D, 0xFE0E, 0xFE0F:
      return afterEmoji ? .nothing : place(.mark(Self.hiddenMark))
    case 0x2028, 0x2029:
      return place(.spaces(1))
    default:
      return place(.mark(Self.hiddenMark))
    }
  }

  private static func picture(ofControl value: UInt32) -> Stroke {
    switch value {
    case 0x09: return .spaces(tabColumns)
    case 0x0A: return .spaces(1)
    case 0x7F: return .mark("\u{2421}")
    case 0x80...: return .number(UInt8(truncatingIfNeeded: value))
    default: return .mark(Unicode.Scalar(0x2400 + value) ?? unknownMark)
    }
  }
}

extension Pen.Stroke {
  /// Columns that the stroke takes.
  var columns: Int {
    switch self {
    case .itself(let columns), .spaces(let columns): columns
    case .mark, .onCircle: 1
    case .number: 4
    case .nothing: 0
    }
  }

  /// Whether a scalar is drawn as it is.
  var isItself: Bool { if case .itself = self { true } else { false } }

  /// Adds what is drawn for `scalar` to a text.
  func write(_ scalar: Unicode.Scalar, to text: inout String.UnicodeScalarView) {
    switch self {
    case .itself: text.append(scalar)
    case .mark(let mark): text.append(mark)
    case .onCircle: text.append(contentsOf: ["\u{25CC}", scalar])
    case .spaces(let count): text.append(contentsOf: repeatElement(" ", count: count))
    case .number(let number):
      let digits = String(number, radix: 16, uppercase: true)
      text.append(contentsOf: "\u{2039}\(digits)\u{203A}".unicodeScalars)
    case .nothing: break
    }
  }
}
