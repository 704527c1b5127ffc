import Glibc

/// Reading and writing descriptors whole.
enum Descriptors {
  /// Bytes that one ``drain(_:)`` takes at most, so that a flood does not keep the screen waiting.
  static let mostAtOnce = 262_144

  /// Bytes of one read: Linux gives no more of a terminal's keys at once.
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

  /// Has writes to a descriptor wait for room, or fail where there is none.
  ///
  /// - Returns: Whether they waited until now.
  @discardableResult
  static func setWaiting(_ waits: Bool, of descriptor: CInt) -> Bool {
    let flags = fcntl(descriptor, F_GETFL)
    guard flags >= 0 else { return waits }
    let waited = flags & O_NONBLOCK == 0
    if waits != waited { _ = fcntl(descriptor, F_SETFL, flags ^ O_NONBLOCK) }
    return waited
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
