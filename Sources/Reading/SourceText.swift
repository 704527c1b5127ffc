/// A file as it came: its name and its bytes, nothing decided yet.
public struct SourceText: Sendable {
  /// The file's name without its folder; a title and a study label are guessed from it.
  public var name: String
  /// The file's bytes, unchanged.
  public var bytes: [UInt8]

  /// Makes a source from a file's name and bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The name without its ending: `hollis-2019` for `hollis-2019.txt`.
  var stem: String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The ending in lower case, without the full stop: `md` for `Hollis 2019.MD`.
  var ending: String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
