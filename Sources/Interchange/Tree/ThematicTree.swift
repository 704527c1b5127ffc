/// The thematic tree of a review as journals draw it: analytical themes over descriptive ones over
/// codes, and which studies feed each.
///
/// It holds no clock and nothing of the machine, so the same review gives the same bytes.
public struct ThematicTree: Hashable, Sendable {
  /// A theme or code where it stands.
  public struct Node: Hashable, Sendable {
    /// What it is.
    public enum Kind: String, Sendable {
      /// A theme that goes beyond the studies.
      case analytical
      /// A theme that gathers codes.
      case descriptive
      /// A free code.
      case code
    }

    /// What it is.
    public var kind: Kind
    /// Its id, as it is exported everywhere.
    public var id: String
    /// The number of a theme: “1.2”; empty for a code.
    public var number: String
    /// What it is called; empty for a theme whose name waits.
    public var name: String
    /// How many distinct lines it holds.
    public var lines: Int
    /// The studies in which it holds one, by place in the tree's studies.
    public var studies: [Int]
    /// The numbers of the other themes under which it stands too.
    public var alsoIn: [String]
    /// What stands under it, in order.
    public var children: [Node]

    /// Makes a node.
    ///
    /// - Parameters:
    ///   - kind: What it is.
    ///   - id: Its id.
    ///   - number: The number of a theme.
    ///   - name: What it is called; empty for a theme whose name waits.
    ///   - lines: How many distinct lines it holds.
    ///   - studies: The studies in which it holds one, by place.
    ///   - alsoIn: The numbers of the other themes under which it stands too.
    ///   - children: What stands under it, in order.
    public init(
      _ kind: Kind, id: String, number: String = "", name: String, lines: Int = 0,
      studies: [Int] = [], alsoIn: [String] = [], children: [Node] = []
    ) {
      self.kind = kind
      self.id = id
      self.number = number
      self.name = name
      self.lines = lines
      self.studies = studies
      self.alsoIn = alsoIn
      self.children = children
    }
  }

  /// A code that stands under no theme.
  public struct Aside: Hashable, Sendable {
    /// Its id.
    public var id: String
    /// What it is called.
    public var name: String
    /// Why it was left out; empty where it waits to be placed.
    public var reason: String

    /// Makes a code that stands under no theme.
    ///
    /// - Parameters:
    ///   - id: Its id.
    ///   - name: What it is called.
    ///   - reason: Why it was left out.
    public init(id: String, name: String, reason: String = "") {
      self.id = id
      self.name = name
      self.reason = reason
    }
  }

  /// The title of the review.
  public var title: String
  /// The question that the review asks.
  public var question: String
  /// The round at which the review is shown, or `nil` for how it stands.
  public var round: String?
  /// How the studies are named; their number is the denominator of every “n/N”.
  public var studies: StudyNaming
  /// What stands at the top, in order.
  public var roots: [Node]
  /// The codes that wait to be placed, by name.
  public var notPlaced: [Aside]
  /// The codes left out of the themes, by name.
  public var leftOut: [Aside]

  /// Makes a tree.
  ///
  /// - Parameters:
  ///   - title: The title of the review.
  ///   - question: The question that the review asks.
  ///   - round: The round at which the review is shown.
  ///   - studies: How the studies are named.
  ///   - roots: What stands at the top, in order.
  ///   - notPlaced: The codes that wait to be placed, by name.
  ///   - leftOut: The codes left out of the themes, by name.
  public init(
    title: String, question: String = "", round: String? = nil, studies: StudyNaming,
    roots: [Node], notPlaced: [Aside] = [], leftOut: [Aside] = []
  ) {
    self.title = title
    self.question = question
    self.round = round
    self.studies = studies
    self.roots = roots
    self.notPlaced = notPlaced
    self.leftOut = leftOut
  }
}
