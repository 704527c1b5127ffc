/// A text and what stands where in it.
struct Layout {
  /// The text as a reader reads it.
  var text: [UInt8]
  /// Its paragraphs, headings and the like: ordered, disjoint, together all that is not white space.
  var blocks: [Block]
  /// Where emphasis was marked, in order.
  var emphases: [Emphasis] = []
}

/// A paragraph, a heading, or another stretch that no sentence crosses.
struct Block: Equatable {
  /// What a block is.
  enum Kind: Equatable {
    /// A heading of a line of its own.
    case heading(HeadingStyle)
    /// A heading that opens its paragraph, which goes on in the next block.
    case runIn
    /// A paragraph of prose.
    case paragraph
    /// A paragraph set off as a quotation.
    case quotation
    /// An item of a list.
    case item
    /// A row of a table.
    case row
    /// A line of verbatim text.
    case verbatim
  }

  /// What it is.
  var kind: Kind
  /// Its bytes, never white space at an edge.
  var range: Range<Int>
  /// Whether it goes on with the paragraph of the block before it.
  var continues = false

  /// Whether it is a heading of either kind.
  var isHeading: Bool {
    if case .heading = kind { return true }
    return kind == .runIn
  }
}

/// How a heading shows that it is one.
enum HeadingStyle: Equatable {
  /// By Markdown's level from 1.
  case explicit(Int)
  /// By standing first.
  case title
  /// By its number's depth.
  case numbered(Int)
  /// By capitals.
  case capitals
  /// By a word that every reader knows, such as “Findings”.
  case known
  /// By being short, without a full stop, on a line of its own.
  case short
}

/// Words marked as emphasised.
struct Emphasis: Equatable {
  /// The words, without the marks.
  var range: Range<Int>
  /// Whether the mark was the strong one.
  var isStrong: Bool
}
