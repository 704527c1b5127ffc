/// Where codes or themes are put on a board, said by what the screen showed.
public struct Landing: Hashable, Sendable {
  /// A place among siblings.
  public enum Spot: Hashable, Sendable {
    /// Where it stands already, else behind the last.
    case anywhere
    /// Before the first.
    case first
    /// Behind the last.
    case last
    /// Before this code or theme; behind the last where it is gone.
    case before(EntityID)
    /// Behind this code or theme; behind the last where it is gone.
    case after(EntityID)
    /// At this place, from 1, among those that are not being put there.
    case place(Int)
  }

  /// What becomes of the places where it stood.
  public enum Source: Hashable, Sendable {
    /// It leaves all of them.
    case everywhere
    /// It leaves this theme and stays in others.
    case theme(EntityID)
    /// It leaves none: it stands there *also*.
    case nowhere
  }

  /// The theme; `nil` is the top of the board, where only themes stand.
  public var parent: EntityID?
  /// The place among siblings.
  public var spot: Spot
  /// What becomes of the places where it stood.
  public var source: Source
  /// Why.
  public var why: String
  /// The arrangement; `nil` is the shared one.
  public var arrangement: EntityID?

  /// Makes a landing.
  public init(
    under parent: EntityID?, at spot: Spot = .anywhere, leaving source: Source = .everywhere,
    why: String = "", in arrangement: EntityID? = nil
  ) {
    self.parent = parent
    self.spot = spot
    self.source = source
    self.why = why
    self.arrangement = arrangement
  }
}

/// A theme to be made.
public struct ThemeDraft: Hashable, Sendable {
  /// How far it goes beyond the studies.
  public var level: Theme.Level
  /// The name; empty where it waits.
  public var name: String
  /// Where it stands: under a theme, or at the top.
  ///
  /// What is put under it leaves what this says.
  public var landing: Landing
  /// The codes or themes that are put under it.
  public var members: [EntityID]

  /// Makes a draft.
  public init(
    _ level: Theme.Level, named name: String = "", at landing: Landing = Landing(under: nil),
    over members: [EntityID] = []
  ) {
    self.level = level
    self.name = name
    self.landing = landing
    self.members = members
  }
}

/// What a comment is about.
public enum CommentTarget: Hashable, Sendable {
  /// A code, a theme or a study.
  case thing(EntityID)
  /// A passage of a document.
  case passage(Place)
}
