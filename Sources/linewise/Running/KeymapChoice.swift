import Foundation
import Workbench

/// The keymap that a person chose: a shipped one by name, or a file of their own.
enum KeymapChoice {
  /// Loads a keymap.
  ///
  /// - Parameters:
  ///   - name: A shipped name or a path; `nil` for the user's own file, or the default.
  ///   - complaining: Whether problems are said on standard error.
  /// - Returns: The keymap, with the built-in keys where its lines are wrong.
  static func load(_ name: String?, complaining: Bool) -> Keymap {
    let reading = read(name)
    if complaining { for problem in reading.problems { Output.complain(problem.description) } }
    return reading.keymap
  }

  /// Loads a keymap with what is wrong in it.
  ///
  /// A bad line never costs the good ones.
  static func read(_ name: String?) -> KeymapFile.Reading {
    if let name, let set = KeymapSet(rawValue: name) {
      return KeymapFile.Reading(keymap: set.keymap)
    }
    guard let path = name ?? usersOwn else {
      return KeymapFile.Reading(keymap: .builtIn)
    }
    guard let source = source(path) else { return KeymapFile.missing(path) }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    return KeymapFile.read(source) { other in
      Self.source(other.hasPrefix("/") ? other : folder.appendingPathComponent(other).path)
    }
  }

  /// `$XDG_CONFIG_HOME/linewise/keymap.toml`, where there is one.
  private static var usersOwn: String? {
    let environment = ProcessInfo.processInfo.environment
    let home = environment["XDG_CONFIG_HOME"] ?? (environment["HOME"] ?? "") + "/.config"
    let path = home + "/linewise/keymap.toml"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  private static func source(_ path: String) -> KeymapFile.Source? {
    FileManager.default.contents(atPath: path).map {
      KeymapFile.Source(name: path, bytes: [UInt8]($0))
    }
  }
}
