import Synthesis
import Testing

@Suite struct EntityIDTests {
  @Test func shortAndLongFormsReadBack() throws {
    let id = EntityID(high: 0x0123_4567_89AB_CDEF, low: 0xFEDC_BA98_7654_3210)
    #expect(id.description == "01234567-89ab-cdef-fedc-ba9876543210")
    #expect(EntityID(guid: id.description) == id)
    #expect(EntityID(short: id.short) == id)
    #expect(id.short.utf8.count == 22)
  }

  @Test func theSameFactsGiveTheSameIdentity() {
    let one = EntityID.derived(Coding.kind, from: ["a", "bc"])
    #expect(one == EntityID.derived(Coding.kind, from: ["a", "bc"]))
    #expect(one != EntityID.derived(Coding.kind, from: ["ab", "c"]))
    #expect(one.high >> 12 & 15 == 8)
  }
}
