import Foundation
import Glibc
import Testing

/// A server for one key, which may do one thing: open the desk as one coder.
private final class SSHServer {
  let port: Int
  private let program: Program
  private let process: RunningProgram

  private static let server = "/usr/sbin/sshd"

  /// Whether there is a server and a client on this computer.
  static let isInstalled = ["/usr/sbin/sshd", "/usr/bin/ssh", "/usr/bin/ssh-keygen"]
    .allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }

  /// Starts a server; `nil` where this computer lets none start.
  init?(_ program: Program, as coder: String) throws {
    self.program = program
    port = try Self.freePort()
    _ = try program.shell(
      "ssh-keygen -q -t ed25519 -N '' -f host_key && ssh-keygen -q -t ed25519 -N '' -f user_key")
    let desk =
      "env XDG_STATE_HOME='\(program.path("state"))' EDITOR=true '\(Program.executable.path)' "
      + "open '\(program.path(Program.review))' --as '\(coder)'"
    let key = String(decoding: try program.contents("user_key.pub"), as: UTF8.self)
    try program.write("restrict,pty,command=\"\(desk)\" \(key)", to: "authorized_keys")
    try program.write(
      """
      Port \(port)
      ListenAddress 127.0.0.1
      HostKey \(program.path("host_key"))
      AuthorizedKeysFile \(program.path("authorized_keys"))
      PidFile none
      StrictModes no
      UsePAM no
      PasswordAuthentication no
      PermitRootLogin yes
      AcceptEnv LANG LC_*

      """, to: "sshd_config")
    // The server, where it runs as root, wants this folder; Debian makes it when it boots.
    if geteuid() == 0 { mkdir("/run/sshd", 0o755) }
    process = try RunningProgram(
      Self.server, ["-D", "-e", "-f", program.path("sshd_config")], in: program.folder,
      environment: program.deskEnvironment, input: "")
    guard eventually(within: 5, { Self.answers(port) }) else {
      process.kill()
      _ = process.wait()
      return nil
    }
  }

  deinit {
    Glibc.kill(process.pid, SIGTERM)
    _ = process.wait()
  }

  /// What a coder types to come in.
  func client(_ command: String = "", tty: String = "-tt") throws -> String {
    let user = NSUserName()
    return
      "exec ssh \(tty) -F /dev/null -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null "
      + "-o IdentitiesOnly=yes -o BatchMode=yes -o LogLevel=ERROR -i user_key -p \(port) "
      + "\(user)@127.0.0.1 \(command)"
  }

  private static func address(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  private static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var own = address(0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &own) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { general in
        bind(descriptor, general, length)
        getsockname(descriptor, general, &length)
      }
      return Int(UInt16(bigEndian: pointer.pointee.sin_port))
    }
  }

  private static func answers(_ port: Int) -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var there = address(port)
    return withUnsafePointer(to: &there) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }
}

extension DeskTests {
  @Suite(.serialized, .enabled(if: SSHServer.isInstalled, "no SSH server is installed"))
  struct SSH {
    @Test func aKilledClientTakesItsDeskAlongAndLeavesTheCodingBehind() throws {
      let program = try Program.withLongStudy(
        lines: 10, coders: "Mara Calloway", "Jonas Strand")
      guard let server = try SSHServer(program, as: "Mara Calloway") else {
        withKnownIssue("no SSH server can be started here", isIntermittent: true) {}
        return
      }
      let words = "\(program.path(Program.review)) --as"
      let desk = try TmuxDesk(program, script: try server.client())
      try desk.waits(within: 20, for: { $0.focus == 2 })
      desk.type("jc")
      try desk.shows("code line 3")
      desk.type("over the line\r")
      try desk.shows("added ‘over the line’")
      desk.type("half a na")
      try desk.shows("half a na")
      #expect(!DeskProcess.withArguments(words).isEmpty)
      let start = ContinuousClock.now
      kill(desk.pid, SIGKILL)
      #expect(eventually(within: 2) { DeskProcess.withArguments(words).isEmpty })
      print("the desk is gone \(ContinuousClock.now - start) after its client")
      #expect(
        try program.codings() == [
          ListedCoding(code: "over the line", coder: "Mara Calloway", line: 3)
        ])
      #expect(try program.isSound())

      let again = try TmuxDesk(program, script: try server.client())
      try again.waits(within: 20, for: { $0.focus == 3 && $0.text.contains("▪ over the line") })
      again.type("q")
      try again.ends()
    }

    @Test func theKeyOpensTheDeskAndNothingElse() throws {
      let program = try Program.withLongStudy(
        lines: 10, coders: "Mara Calloway", "Jonas Strand")
      guard let server = try SSHServer(program, as: "Mara Calloway") else { return }
      let theft = "touch '\(program.path("stolen"))'"
      let desk = try TmuxDesk(program, script: try server.client(theft))
      try desk.waits(within: 20, for: { $0.focus == 2 })
      desk.type("q")
      try desk.ends()
      let refused = try program.shell(try server.client("sh -c id", tty: "-T"))
      #expect(refused.status == 64)
      #expect(refused.complaint.contains("the desk needs a terminal"))
      #expect(!FileManager.default.fileExists(atPath: program.path("stolen")))
    }
  }
}
