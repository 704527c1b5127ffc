import Foundation
import Reading
import ReviewFile

/// A text to be imported, read from a file or from standard input.
struct SourceFile {
  /// The most megabytes that are read.
  ///
  /// A study's text has a few hundred kilobytes; what is larger is not one.
  static let megabytes = 16
  private static let limit = megabytes << 20

  let text: SourceText

  /// Reads a file that is not the review itself: opening and closing that would drop this
  /// process's locks on it.
  init(_ path: String, notIn file: ReviewFile) throws {
    guard path != "-" else {
      let data = try FileHandle.standardInput.read(upToCount: Self.limit + 1) ?? Data()
      guard data.count <= Self.limit else { throw Self.tooLarge("standard input") }
      text = SourceText(name: "standard input", bytes: [UInt8](data))
      return
    }
    try Self.check(path, notIn: file)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(.noInput, "\(path) cannot be read")
    }
    text = SourceText(name: URL(fileURLWithPath: path).lastPathComponent, bytes: [UInt8](data))
  }

  private static func check(_ path: String, notIn file: ReviewFile) throws {
    var info = stat()
    guard stat(path, &info) == 0 else { throw Failure(.noInput, "there is no \(path)") }
    guard info.st_mode & S_IFMT != S_IFDIR else {
      throw Failure(.badData, "\(path) is a folder; name the texts in it: \(path)/*.txt")
    }
    guard info.st_mode & S_IFMT == S_IFREG else {
      throw Failure(.badData, "\(path) is not a plain file")
    }
    if file.isReached(by: path) {
      throw Failure(.badData, "\(path) is the review itself, not the text of a study")
    }
    guard info.st_size <= limit else { throw tooLarge(path) }
  }

  private static func tooLarge(_ name: String) -> Failure {
    Failure(
      .badData,
      "\(name) has more than \(megabytes) MB, which no study's text has; import it in parts")
  }
}
