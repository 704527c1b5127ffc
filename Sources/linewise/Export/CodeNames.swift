import ReviewFile
import Synthesis

/// The names of codes, for exports that read document by document while others go on coding.
final class CodeNames {
  private let file: ReviewFile
  /// None where it is known that there is none.
  private var names: [EntityID: String?]

  /// Reads the names of all codes, in short reads.
  init(of file: ReviewFile) throws {
    self.file = file
    // A code whose first act is undone meanwhile may come twice.
    names = Dictionary(
      try file.unmergedCodes().map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
  }

  /// The name of a code, be it that it was made since; `nil` for what is no code.
  func name(of code: EntityID) throws -> String? {
    if let known = names[code] { return known }
    let name = try file.names(of: [code])[code]
    names.updateValue(name, forKey: code)
    return name
  }
}
