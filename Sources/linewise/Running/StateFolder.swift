import Foundation
import Glibc
import ReviewFile
import Synthesis

/// The user's own folder for what is not in a review: places, what was acknowledged, backups.
enum StateFolder {
  /// `$XDG_STATE_HOME/linewise`, else `~/.local/state/linewise`.
  static var root: String {
    let environment = ProcessInfo.processInfo.environment
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return state + "/linewise"
    }
    return (environment["HOME"] ?? NSHomeDirectory()) + "/.local/state/linewise"
  }

  /// The folder of a review.
  static func folder(of review: EntityID) -> String { "\(root)/\(review)" }

  /// The folder of a review's backups.
  static func backups(of review: EntityID) -> String { folder(of: review) + "/backups" }

  /// Writes a small file whole or not at all.
  ///
  /// It survives the process, and is not forced to the disk: it is written at every step of a
  /// cursor, and what a power cut takes from here is no part of anybody's work.
  static func write(_ text: String, to name: String, of review: EntityID) throws {
    let folder = folder(of: review)
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let (target, temporary) = ("\(folder)/\(name)", "\(folder)/\(name).\(getpid())")
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
    let file = open(temporary, flags, 0o600)
    guard file >= 0 else { throw failure(target) }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(text.utf8))
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, target) == 0 else { throw failure(target) }
  }

  private static func failure(_ path: String) -> Failure {
    Failure(.io, "\(path) cannot be written: \(String(cString: strerror(errno)))")
  }

  /// Removes such a file, where there is one.
  static func remove(_ name: String, of review: EntityID) {
    unlink("\(folder(of: review))/\(name)")
  }

  /// Reads such a file; `nil` where there is none.
  static func read(_ name: String, of review: EntityID) -> String? {
    FileManager.default.contents(atPath: folder(of: review) + "/" + name)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}

/// The last act that this user was told is saved, so that a file that has lost it is noticed.
///
/// It is kept by coder and by the file's place, for copies of a review share its identity and go
/// their own ways; and by coder alone, for a copy that was never opened at its place.
struct Acknowledged {
  let review: EntityID
  let coder: EntityID

  private var name: String { "\(coder).acknowledged" }

  private func name(for file: ReviewFile) -> String {
    "\(coder).\(Digest(of: Array(file.path.utf8)).hex.prefix(12)).acknowledged"
  }

  /// Remembers an act with the hash of its row.
  func remember(_ action: ActionID, in file: ReviewFile) throws {
    guard let hash = try file.hash(of: action) else { return }
    let line = "\(action) \(Self.words(hash))\n"
    try StateFolder.write(line, to: name(for: file), of: review)
    try StateFolder.write(line, to: name, of: review)
  }

  /// What to say, once, where the file does not hold the act that was last acknowledged.
  func warning(about file: ReviewFile) throws -> String? {
    let own = StateFolder.read(name(for: file), of: review)
    guard let line = own ?? StateFolder.read(name, of: review) else { return nil }
    let words = line.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, let action = EntityID(guid: String(words[0])) else { return nil }
    guard try file.hash(of: action).map(Self.words) != String(words[1]) else { return nil }
    try StateFolder.write("", to: name(for: file), of: review)
    return "your last act that was saved \(own == nil ? "in this review" : "here") is not in "
      + "\(file.path): it is an older copy, or damaged; backups are in "
      + StateFolder.backups(of: review)
  }

  private static func words(_ hash: [UInt8]) -> String {
    hash.map { String($0, radix: 16) }.joined(separator: ".")
  }
}
