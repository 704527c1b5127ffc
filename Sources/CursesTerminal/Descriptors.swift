import Glibc

/// Reading and writing descriptors whole.
enum Descriptors {
  /// Bytes that one ``drain(_:)`` takes at most, so that a flood does not keep the screen waiting.
  static let mostAtOnce = 262_144

  /// Bytes of one read, which is all that Linux keeps of a terminal's keys.
  private static let mostOfOneRead = 4096

  /// What waits to be read, without waiting for more; `nil` when nothing can come any more.
  static func drain(_ descriptor: CInt) -> [UInt8]? {
    var all: [UInt8] = []
    while all.count < mostAtOnce {
      switch state(of: descriptor) {
      case .empty: return all
      case .gone: return all.isEmpty ? nil : all
      case .readable: break
      }
      guard let bytes = readSome(descriptor) else { return all.isEmpty ? nil : all }
      all += bytes
    }
    return all
  }

  private enum State {
    case readable
    case empty
    case gone
  }

  private static func state(of descriptor: CInt) -> State {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, 0) > 0 else { return .empty }
    return request.revents & Int16(POLLIN) != 0 ? .readable : .gone
  }

  /// One read; empty if it was interrupted, `nil` at the end.
  private static func readSome(_ descriptor: CInt) -> [UInt8]? {
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: mostOfOneRead) { buffer, size in
      count = read(descriptor, buffer.baseAddress, buffer.count)
      size = max(0, count)
    }
    if count < 0, errno == EINTR || errno == EAGAIN { return [] }
    return count > 0 ? bytes : nil
  }

  /// Has writes wait for room again, where another program left a descriptor in a mode of not waiting:
  /// ncurses would try again at once for as long as the terminal takes nothing.
  static func makeWait(_ descriptor: CInt) {
    let flags = fcntl(descriptor, F_GETFL)
    guard flags >= 0, flags & O_NONBLOCK != 0 else { return }
    _ = fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK)
  }

  /// Writes everything, or as much as the descriptor takes before it fails.
  ///
  /// One that another program left in a mode of not waiting is waited for.
  static func write(_ bytes: some Sequence<UInt8>, to descriptor: CInt) {
    var rest = ArraySlice(bytes)
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&room, 1, -1)
        continue
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
