/// A column of a table: its name for programs, its title for people.
public struct TableColumn: Hashable, Sendable {
  /// On which side a column's cells stand for people.
  public enum Alignment: Sendable {
    /// Words.
    case left
    /// Figures.
    case right
  }

  /// Who gets to see a column.
  public enum Audience: Sendable {
    /// People and programs.
    case everyone
    /// People on a terminal; what it says is in other columns for programs.
    case people
    /// CSV, JSON and JSON lines; people have no use for it.
    case programs
  }

  /// The JSON key and the CSV header.
  public let name: String
  /// The heading for people.
  public let title: String
  /// On which side the cells stand.
  public let alignment: Alignment
  /// Who gets to see it.
  public let audience: Audience

  /// Makes a column of words for everyone unless told otherwise.
  ///
  /// - Parameters:
  ///   - name: The JSON key and the CSV header.
  ///   - title: The heading for people; the name where none is given.
  ///   - alignment: On which side the cells stand.
  ///   - audience: Who gets to see it.
  public init(
    _ name: String, title: String? = nil, alignment: Alignment = .left,
    audience: Audience = .everyone
  ) {
    self.name = name
    self.title = title ?? name
    self.alignment = alignment
    self.audience = audience
  }

  /// Whether only people see it.
  public var peopleOnly: Bool { audience == .people }

  /// Whether only programs see it.
  public var machineOnly: Bool { audience == .programs }
}
