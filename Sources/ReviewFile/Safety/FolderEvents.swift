import Glibc

/// What a watch of a folder has said.
package enum FolderEvents {
  /// The names in the events that wait at an inotify descriptor, which must not block.
  ///
  /// An event is 16 bytes, the last four the length of the name that follows, padded with zeros
  /// (inotify(7)).
  package static func names(from descriptor: Int32) -> [[UInt8]] {
    var names: [[UInt8]] = []
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      var rest = buffer[..<count]
      while rest.count >= 16 {
        let length = rest.dropFirst(12).prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        names.append(Array(rest.dropFirst(16).prefix(length).prefix { $0 != 0 }))
        rest = rest.dropFirst(16 + length)
      }
    }
    return names
  }
}
