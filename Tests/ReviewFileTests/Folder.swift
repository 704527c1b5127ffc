import Foundation

/// A folder of a test's own, in memory where the system has such a place; gone with its owner.
final class Folder {
  let path: String

  init() throws {
    let shared = "/dev/shm"
    let parent =
      FileManager.default.isWritableFile(atPath: shared)
      ? shared : FileManager.default.temporaryDirectory.path
    path = parent + "/linewise-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a name in the folder.
  subscript(_ name: String) -> String { path + "/" + name }

  /// Everything in the folder: names, bytes, sizes, modes, times and link counts.
  func contents() throws -> [String: String] {
    var contents: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: path) {
      var info = stat()
      guard lstat(self[name], &info) == 0 else { continue }
      let isFile = info.st_mode & S_IFMT == S_IFREG
      let bytes = isFile ? FileManager.default.contents(atPath: self[name]) : nil
      contents[name] =
        "\(info.st_mode) \(info.st_size) \(info.st_nlink) \(info.st_ino) \(info.st_mtim.tv_sec)."
        + "\(info.st_mtim.tv_nsec) \(bytes?.base64EncodedString() ?? "")"
    }
    return contents
  }
}
