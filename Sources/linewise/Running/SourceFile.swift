import Foundation
import Reading
import ReviewFile

/// A text to be imported, read from a file or from standard input.
struct SourceFile {
  /// The most that is read: a study's text is a few hundred kilobytes.
  static let limit = 200 << 20

  let text: SourceText

  /// Reads a file that is not the review itself: opening and closing that would drop this
  /// process's locks on it.
  init(_ path: String, notIn file: ReviewFile) throws {
    guard path != "-" else {
      text = SourceText(
        name: "standard input",
        bytes: [UInt8](try FileHandle.standardInput.readToEnd() ?? Data()))
      return
    }
    try Self.check(path, notIn: file)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(.noInput, "\(path) cannot be read")
    }
    text = SourceText(name: URL(fileURLWithPath: path).lastPathComponent, bytes: [UInt8](data))
  }

  private static func check(_ path: String, notIn file: ReviewFile) throws {
    var (info, own) = (stat(), stat())
    guard stat(path, &info) == 0 else { throw Failure(.noInput, "there is no \(path)") }
    guard info.st_mode & S_IFMT != S_IFDIR else {
      throw Failure(.badData, "\(path) is a folder; name the texts in it: \(path)/*.txt")
    }
    guard info.st_mode & S_IFMT == S_IFREG else {
      throw Failure(.badData, "\(path) is not a plain file")
    }
    if stat(file.path, &own) == 0, own.st_dev == info.st_dev, own.st_ino == info.st_ino {
      throw Failure(.badData, "\(path) is the review itself, not the text of a study")
    }
    guard info.st_size <= limit else {
      throw Failure(.badData, "\(path) has \(info.st_size >> 20) MB; a text has at most 200")
    }
  }
}
