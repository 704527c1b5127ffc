import Foundation

/// The user's own editor, on a private file.
enum Editor {
  /// Lets the user edit a text.
  static func edit(_ text: String) throws -> String {
    let environment = ProcessInfo.processInfo.environment
    let chosen = environment["VISUAL"] ?? environment["EDITOR"] ?? "vi"
    let words = chosen.split(separator: " ").map(String.init)
    guard !words.isEmpty else { throw Failure(.usage, "EDITOR names no program") }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("linewise-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("memo.md")
    try Data(text.utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words + [file.path]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(
        .io, "\(words[0]) ended with \(process.terminationStatus); the memo is as it was")
    }
    guard let data = FileManager.default.contents(atPath: file.path),
      let edited = String(validating: data, as: UTF8.self)
    else { throw Failure(.badData, "what \(words[0]) left is not UTF-8; the memo is as it was") }
    return edited.hasSuffix("\n") ? String(edited.dropLast()) : edited
  }
}
