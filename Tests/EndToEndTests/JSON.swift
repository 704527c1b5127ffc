import Foundation
import Testing

/// What a command printed as JSON.
enum JSON {
  /// The rows of a list.
  static func rows(_ text: String) throws -> [[String: Any]] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
  }

  /// An object.
  static func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}

extension Program {
  /// The rows that a command lists.
  func rows(
    _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [[String: Any]] {
    let outcome = try run(arguments + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.complaint)", sourceLocation: sourceLocation)
    return try JSON.rows(outcome.output)
  }

  /// One column of what a command lists.
  func column(
    _ name: String, _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [String] {
    let outcome = try run(arguments + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.complaint)", sourceLocation: sourceLocation)
    return try JSON.rows(outcome.output).map { "\($0[name] ?? "")" }
  }
}
