; A boot disk that calls the BIOS's services and tells on port E9h, one line each, how they answered:
;
;   ok <test>              as it should be
;   FAIL <test> <value>    not; the value is what it looked at
;   DONE                   the end; then the number of failures goes to port F4h
;
; Assemble with `nasm -f bin`; pad to 1474560 bytes. The tests write to cylinder 70 of the floppy and to
; sectors 40 and up of the first hard disk, if there is one.

        cpu     8086
        bits    16
        org     7C00h

SECTORS         equ     16
BUFFER          equ     0A000h          ; offsets in segment 0
BUFFER2         equ     0C000h

%macro TEST 1
        mov     si, %%name
        call    begin
        jmp     short %%go
%%name: db      %1, 0
%%go:
%endmacro
; CHECK value, expected: 16 bits
%macro CHECK 2
        mov     ax, %1
        mov     dx, %2
        call    compare
%endmacro
%macro CARRY 1
        mov     ax, 0
        adc     ax, ax
        mov     dx, %1
        call    compare
%endmacro

start:
        xor     ax, ax
        mov     ds, ax
        mov     es, ax
        mov     ss, ax
        mov     sp, 7C00h
        sti
        cld
        mov     [drive], dl
        mov     bx, 7E00h               ; the rest, sector by sector
        mov     cx, 0002h
.load:
        mov     ax, 0201h
        mov     dh, 0
        mov     dl, [drive]
        int     13h
        jc      .load
        add     bx, 512
        inc     cx
        cmp     cl, 1 + SECTORS
        jbe     .load
        jmp     tests

print:                                  ; CS:SI
        lodsb
        test    al, al
        jz      .done
        out     0E9h, al
        jmp     print
.done:  ret
hex16:                                  ; AX
        push    cx
        mov     cx, 4
.next:
        rol     ax, 1
        rol     ax, 1
        rol     ax, 1
        rol     ax, 1
        push    ax
        and     al, 0Fh
        add     al, '0'
        cmp     al, '9'
        jbe     .digit
        add     al, 7
.digit: out     0E9h, al
        pop     ax
        loop    .next
        pop     cx
        ret
; Start a test; tell about the one before.
begin:
        push    si
        call    finish
        pop     si
        mov     [name], si
        mov     byte [bad], 0
        ret
finish:
        mov     si, [name]
        test    si, si
        jz      .done
        cmp     byte [bad], 0
        jne     .done
        mov     si, text_ok
        call    print
        mov     si, [name]
        call    print
        mov     al, 10
        out     0E9h, al
.done:  ret
; AX must be DX.
compare:
        cmp     ax, dx
        je      .good
        inc     word [failures]
        inc     byte [bad]
        push    ax
        push    dx
        mov     si, text_fail
        call    print
        mov     si, [name]
        call    print
        mov     al, ' '
        out     0E9h, al
        pop     dx
        pop     ax
        push    dx
        call    hex16
        mov     si, text_not
        call    print
        pop     ax
        call    hex16
        mov     al, 10
        out     0E9h, al
.good:  ret
text_ok:        db      "ok ", 0
text_fail:      db      "FAIL ", 0
text_not:       db      " not ", 0
name:           dw      0
failures:       dw      0
bad:            db      0
drive:          db      0

        times   510 - ($ - $$) db 0
        dw      0AA55h

tests:
        ; ---------------------------------------------------------------- machine
        TEST    "INT 12h"
        int     12h
        CHECK   ax, 639
        TEST    "INT 11h floppy present"
        int     11h
        and     ax, 1
        CHECK   ax, 1
        TEST    "EBDA"
        mov     ah, 0C1h
        int     15h
        mov     bx, es
        push    ds
        pop     es
        CARRY   0
        CHECK   bx, 9FC0h
        TEST    "system table"
        mov     ah, 0C0h
        int     15h
        mov     al, [es:bx + 2]
        push    ds
        pop     es
        xor     ah, ah
        CHECK   ax, 0FCh
        TEST    "INT 15h unknown"
        mov     ah, 0D8h
        int     15h
        mov     bl, ah
        CARRY   1
        xor     bh, bh
        CHECK   bx, 86h
        TEST    "INT 15h/4Fh keeps CF"
        mov     ax, 4F1Eh
        stc
        int     15h
        mov     bx, ax
        CARRY   1
        CHECK   bx, 4F1Eh

        ; ---------------------------------------------------------------- time
        TEST    "ticks advance"
        mov     ah, 0
        int     1Ah
        mov     bx, dx
        mov     cx, 200
.tick:
        hlt
        push    cx
        mov     ah, 0
        int     1Ah
        pop     cx
        cmp     bx, dx
        jne     .ticked
        loop    .tick
.ticked:
        sub     dx, bx
        CHECK   dx, 1
        TEST    "set ticks"
        mov     cx, 12h
        mov     dx, 3400h
        mov     ah, 1
        int     1Ah
        mov     ah, 0
        int     1Ah
        push    dx
        CHECK   cx, 12h
        pop     dx
        mov     bl, dh
        xor     bh, bh
        CHECK   bx, 34h
        TEST    "midnight"
        mov     cx, 18h
        mov     dx, 00AFh
        mov     ah, 1
        int     1Ah
        mov     cx, 4
.mid:   hlt
        cmp     word [46Eh], 0
        loopne  .mid
        mov     ah, 0
        int     1Ah
        xor     ah, ah
        push    dx
        CHECK   ax, 1
        pop     dx
        mov     bl, dh
        xor     bh, bh
        CHECK   bx, 0
        TEST    "set clock"
        mov     cx, 2359h
        mov     dx, 5700h
        mov     ah, 3
        int     1Ah
        mov     cx, 2024h
        mov     dx, 0229h
        mov     ah, 5
        int     1Ah
        mov     ah, 2
        int     1Ah
        mov     bx, cx
        CARRY   0
        CHECK   bx, 2359h
        mov     ah, 4
        int     1Ah
        push    dx
        CHECK   cx, 2024h
        pop     dx
        mov     bx, dx
        CHECK   bx, 0229h
        TEST    "alarm"
        mov     word [4Ah * 4], alarm
        mov     [4Ah * 4 + 2], cs
        mov     byte [flag], 0
        mov     cx, 2359h
        mov     dx, 5900h
        mov     ah, 6
        int     1Ah
        CARRY   0
        mov     ah, 6                   ; a second one is refused
        int     1Ah
        CARRY   1
        mov     cx, 100
.alarm: hlt
        cmp     byte [flag], 0
        loope   .alarm
        mov     al, [flag]
        xor     ah, ah
        CHECK   ax, 1
        mov     ah, 7
        int     1Ah
        TEST    "wait 86h"
        mov     bx, [46Ch]
        mov     cx, 3                   ; 219,608 us: four ticks
        mov     dx, 59D8h - 1000h
        mov     ah, 86h
        int     15h
        mov     cx, [46Ch]
        sub     cx, bx
        CARRY   0
        cmp     cx, 3
        je      .waited
        CHECK   cx, 4
.waited:
        TEST    "wait 83h"
        mov     byte [flag], 0
        mov     cx, 1
        mov     dx, 0
        mov     bx, flag
        mov     ax, 8300h
        int     15h
        CARRY   0
        mov     ax, 8300h
        int     15h
        CARRY   1
        mov     cx, 2000
.event: hlt
        test    byte [flag], 80h
        loopz   .event
        mov     al, [flag]
        xor     ah, ah
        CHECK   ax, 80h

        ; ---------------------------------------------------------------- keyboard buffer
        TEST    "INT 16h buffer"
        mov     ah, 1
        int     16h
        mov     ax, 0
        jnz     .not_empty
        inc     ax
.not_empty:
        CHECK   ax, 1
        mov     cx, 48E0h
        mov     ah, 5
        int     16h
        mov     cx, 4D00h
        mov     ah, 5
        int     16h
        mov     cx, 0E00Dh
        mov     ah, 5
        int     16h
        mov     cx, 8500h               ; F11: hidden from 00h
        mov     ah, 5
        int     16h
        mov     cx, 1E61h
        mov     ah, 5
        int     16h
        mov     ah, 11h
        int     16h
        CHECK   ax, 48E0h
        mov     ah, 0
        int     16h
        CHECK   ax, 4800h
        mov     ah, 0
        int     16h
        CHECK   ax, 4D00h
        mov     ah, 1
        int     16h
        CHECK   ax, 1C0Dh
        mov     ah, 10h
        int     16h
        CHECK   ax, 0E00Dh
        mov     ah, 0
        int     16h
        CHECK   ax, 1E61h
        TEST    "INT 16h buffer full"
        mov     bx, 0
.fill:
        mov     cx, 1E61h
        mov     ah, 5
        int     16h
        test    al, al
        jnz     .full
        inc     bx
        cmp     bx, 40
        jb      .fill
.full:
        CHECK   bx, 15
        mov     ax, [480h]
        mov     [41Ah], ax
        mov     [41Ch], ax
        TEST    "INT 16h typematic"
        mov     ax, 0305h
        mov     bx, 0204h
        int     16h
        mov     bx, 0
        mov     ax, 0306h
        int     16h
        CHECK   bx, 0204h
        TEST    "INT 16h functions"
        mov     ah, 9
        int     16h
        and     ax, 20h
        CHECK   ax, 20h
        TEST    "LEDs follow"
        or      byte [417h], 40h
        mov     ah, 1
        int     16h
        hlt
        hlt
        hlt
        mov     al, [497h]
        and     ax, 0047h
        CHECK   ax, 4
        and     byte [417h], 0BFh
        mov     ah, 1
        int     16h
        hlt
        hlt

        jmp     memory_tests
alarm:
        inc     byte [cs:flag]
        iret
flag:   db      0

        ; ---------------------------------------------------------------- extended memory
memory_tests:
        mov     ax, sp                  ; an 8086 or 80186 has none
        push    sp
        pop     bx
        cmp     ax, bx
        je      .present
        jmp     floppy_tests
.present:
        TEST    "INT 15h/88h"
        mov     ah, 88h
        int     15h
        cmp     ax, 1024
        jae     .enough
        CHECK   ax, 1024
.enough:
        TEST    "block move"
        mov     di, BUFFER
        mov     cx, 1024
        mov     ax, 1234h
.pattern:
        stosw
        add     ax, 7
        loop    .pattern
        mov     word [gdt + 10h + 2], BUFFER
        mov     byte [gdt + 10h + 4], 0
        mov     word [gdt + 18h + 2], 0
        mov     byte [gdt + 18h + 4], 11h
        mov     si, gdt
        mov     cx, 1024
        mov     ah, 87h
        int     15h
        CARRY   0
        mov     word [gdt + 10h + 2], 0
        mov     byte [gdt + 10h + 4], 11h
        mov     word [gdt + 18h + 2], BUFFER2
        mov     byte [gdt + 18h + 4], 0
        mov     si, gdt
        mov     cx, 1023
        mov     ah, 87h
        int     15h
        CARRY   0
        call    compare_buffers
        CHECK   cx, 2
        TEST    "A20 24h"
        mov     ax, 2400h
        int     15h
        CARRY   0
        mov     ax, 2402h
        int     15h
        xor     ah, ah
        CHECK   ax, 0
        mov     ax, 2401h
        int     15h
        mov     ax, 2402h
        int     15h
        xor     ah, ah
        CHECK   ax, 1
        TEST    "E801"
        mov     ax, 0E801h
        int     15h
        mov     bx, ax
        CARRY   0
        cmp     bx, 1024
        jae     .e820
        CHECK   bx, 1024
.e820:
        mov     ax, 7000h               ; E820 needs an 80386
        push    ax
        popf
        pushf
        pop     ax
        and     ax, 0F000h
        cmp     ax, 7000h
        je      .e820_386
        jmp     floppy_tests
.e820_386:
        cpu     386
        TEST    "E820"
        xor     ebx, ebx
        xor     esi, esi                ; ranges
        xor     ebp, ebp                ; KiB of RAM
.range:
        mov     eax, 0E820h
        mov     edx, 534D4150h
        mov     ecx, 24
        mov     di, BUFFER
        int     15h
        jc      .range_end
        cmp     eax, 534D4150h
        jne     .range_end
        cmp     ecx, 20
        jne     .range_end
        inc     si
        cmp     byte [BUFFER + 16], 1
        jne     .reserved
        mov     eax, [BUFFER + 8]
        shr     eax, 10
        add     ebp, eax
.reserved:
        test    ebx, ebx
        jnz     .range
.range_end:
        mov     [result], bp
        CHECK   si, 5
        cpu     8086
        mov     ax, 0E801h
        int     15h
        mov     cl, 6
        shl     bx, cl
        add     ax, bx
        add     ax, 639
        CHECK   ax, [result]

        ; ---------------------------------------------------------------- floppy
floppy_tests:
        TEST    "floppy parameters"
        mov     ah, 8
        mov     dl, 0
        int     13h
        push    bx
        push    dx
        push    cx
        mov     ax, [es:di + 3]
        push    ax
        push    ds
        pop     es
        CARRY   0
        pop     ax
        CHECK   ax, 1202h
        pop     cx
        CHECK   cx, 4F12h
        pop     dx
        mov     bl, dh
        xor     bh, bh
        CHECK   bx, 1
        pop     bx
        xor     bh, bh
        CHECK   bx, 4
        TEST    "floppy kind"
        mov     ah, 15h
        mov     dl, 0
        int     13h
        mov     al, 0
        CHECK   ax, 0200h
        TEST    "floppy write, read, verify"
        call    fill
        mov     ax, 0302h
        mov     cx, 4605h
        mov     dx, 0100h
        mov     bx, BUFFER
        int     13h
        mov     bx, ax
        CARRY   0
        CHECK   bx, 2
        mov     ax, 0202h
        mov     cx, 4605h
        mov     dx, 0100h
        mov     bx, BUFFER2
        int     13h
        mov     bx, ax
        CARRY   0
        CHECK   bx, 2
        call    compare_1024
        CHECK   cx, 0
        mov     ax, 0402h
        mov     cx, 4605h
        mov     dx, 0100h
        int     13h
        mov     bx, ax
        CARRY   0
        CHECK   bx, 2
        TEST    "floppy across heads"
        mov     ax, 0302h
        mov     cx, 4612h
        mov     dx, 0000h
        mov     bx, BUFFER
        int     13h
        CARRY   0
        mov     di, BUFFER2
        mov     cx, 512
        mov     ax, 0
        rep     stosw
        mov     ax, 0201h
        mov     cx, 4601h
        mov     dx, 0100h
        mov     bx, BUFFER2 + 512
        int     13h
        CARRY   0
        mov     ax, 0201h
        mov     cx, 4612h
        mov     dx, 0000h
        mov     bx, BUFFER2
        int     13h
        CARRY   0
        call    compare_1024
        CHECK   cx, 0
        TEST    "floppy sector not found"
        mov     ax, 0201h
        mov     cx, 4615h
        mov     dx, 0000h
        mov     bx, BUFFER2
        int     13h
        mov     bx, ax
        CARRY   1
        CHECK   bx, 0400h
        mov     ah, 1
        mov     dl, 0
        int     13h
        mov     al, 0
        CHECK   ax, 0400h
        mov     ah, 0
        mov     dl, 0
        int     13h
        CARRY   0
        TEST    "floppy DMA boundary"
        mov     ax, 0FF0h
        mov     es, ax
        mov     ax, 0201h
        mov     cx, 4601h
        mov     dx, 0000h
        mov     bx, 0010h
        int     13h
        mov     bx, ax
        push    ds
        pop     es
        CARRY   1
        CHECK   bx, 0900h
        TEST    "floppy format"
        mov     ax, 1800h
        mov     cx, 4F12h
        mov     dl, 0
        int     13h
        push    ds
        pop     es
        CARRY   0
        mov     di, BUFFER
        mov     cx, 18
        mov     ax, 0046h               ; C, H, R, N
.id:
        stosw
        mov     ah, 2
        mov     al, 19
        sub     al, cl
        stosw
        mov     ax, 0046h
        loop    .id
        mov     ax, 0512h
        mov     cx, 4601h
        mov     dx, 0000h
        mov     bx, BUFFER
        int     13h
        mov     bx, ax
        CARRY   0
        mov     ax, 0201h
        mov     cx, 4607h
        mov     dx, 0000h
        mov     bx, BUFFER2
        int     13h
        CARRY   0
        CHECK   [BUFFER2 + 200], 0F6F6h
        TEST    "floppy change line"
        mov     ah, 16h
        mov     dl, 0
        int     13h
        CARRY   0
        TEST    "no such floppy"
        mov     ax, 0201h
        mov     dx, 0002h
        mov     cx, 1
        mov     bx, BUFFER
        int     13h
        mov     bx, ax
        CARRY   1
        and     bx, 0FF00h
        CHECK   bx, 0100h

        ; ---------------------------------------------------------------- hard disk
        cmp     byte [475h], 0
        jne     disk_tests
        jmp     port_tests
disk_tests:
        TEST    "disk kind"
        mov     ah, 15h
        mov     dl, 80h
        int     13h
        mov     al, 0
        CHECK   ax, 0300h
        TEST    "disk geometry"
        mov     ah, 8
        mov     dl, 80h
        int     13h
        push    dx
        push    cx
        mov     si, text_geometry
        call    print
        pop     ax
        call    hex16
        pop     ax
        call    hex16
        mov     al, 10
        out     0E9h, al
        TEST    "disk write, read, verify"
        call    fill
        mov     ax, 0302h
        mov     cx, 0029h
        mov     dx, 0080h
        mov     bx, BUFFER
        int     13h
        mov     bx, ax
        CARRY   0
        CHECK   bx, 2
        mov     ax, 0202h
        mov     cx, 0029h
        mov     dx, 0080h
        mov     bx, BUFFER2
        int     13h
        mov     bx, ax
        CARRY   0
        CHECK   bx, 2
        call    compare_1024
        CHECK   cx, 0
        mov     ax, 0402h
        mov     cx, 0029h
        mov     dx, 0080h
        int     13h
        CARRY   0
        TEST    "disk last sector"
        mov     ah, 8
        mov     dl, 80h
        int     13h
        mov     ax, 0401h
        mov     dl, 80h
        int     13h
        CARRY   0
        mov     ah, 8
        mov     dl, 80h
        int     13h
        inc     dh
        mov     ax, 0401h
        mov     dl, 80h
        int     13h
        CARRY   1
        TEST    "disk other services"
        mov     ah, 10h
        mov     dl, 80h
        int     13h
        CARRY   0
        mov     ah, 11h
        mov     dl, 80h
        int     13h
        CARRY   0
        mov     ah, 14h
        mov     dl, 80h
        int     13h
        CARRY   0
        mov     ah, 9
        mov     dl, 80h
        int     13h
        CARRY   0
        mov     ah, 0Ch
        mov     cx, 0101h
        mov     dx, 0080h
        int     13h
        CARRY   0
        mov     ah, 0Dh
        mov     dl, 80h
        int     13h
        CARRY   0
        TEST    "EDD present"
        mov     ah, 41h
        mov     bx, 55AAh
        mov     dl, 80h
        int     13h
        push    bx
        CARRY   0
        pop     bx
        CHECK   bx, 0AA55h
        TEST    "EDD read"
        mov     di, BUFFER2
        mov     cx, 512
        mov     ax, 0
        rep     stosw
        mov     si, packet
        mov     ah, 42h
        mov     dl, 80h
        int     13h
        CARRY   0
        call    compare_1024
        CHECK   cx, 0
        TEST    "EDD write and verify"
        mov     si, packet
        mov     ax, 4302h
        mov     dl, 80h
        int     13h
        CARRY   0
        TEST    "EDD beyond the end"
        mov     byte [packet + 15], 1
        mov     si, packet
        mov     ah, 42h
        mov     dl, 80h
        int     13h
        mov     byte [packet + 15], 0
        CARRY   1
        TEST    "EDD parameters"
        mov     word [BUFFER], 42h
        mov     si, BUFFER
        mov     ah, 48h
        mov     dl, 80h
        int     13h
        CARRY   0
        CHECK   [BUFFER + 24], 512
        CHECK   [BUFFER + 30], 0BEDDh
        mov     si, text_sectors
        call    print
        mov     ax, [BUFFER + 22]
        call    hex16
        mov     ax, [BUFFER + 20]
        call    hex16
        mov     ax, [BUFFER + 18]
        call    hex16
        mov     ax, [BUFFER + 16]
        call    hex16
        mov     al, 10
        out     0E9h, al
        TEST    "EDD last sector"
        mov     ax, [BUFFER + 16]
        mov     bx, [BUFFER + 18]
        mov     cx, [BUFFER + 20]
        sub     ax, 1
        sbb     bx, 0
        sbb     cx, 0
        mov     [packet + 8], ax
        mov     [packet + 10], bx
        mov     [packet + 12], cx
        mov     word [packet + 2], 1
        mov     word [packet + 4], BUFFER
        call    fill
        mov     si, packet
        mov     ax, 4300h
        mov     dl, 80h
        int     13h
        CARRY   0
        mov     word [packet + 4], BUFFER2
        mov     word [BUFFER2], 0
        mov     si, packet
        mov     ah, 42h
        mov     dl, 80h
        int     13h
        CARRY   0
        CHECK   [BUFFER2], [BUFFER]
        mov     ax, 7000h               ; flat buffers need an 80386: only there can these flags be
        push    ax                      ; set (an 80286 clears them) and bit 15 be clear (not so on an 8086)
        popf
        pushf
        pop     ax
        and     ax, 0F000h
        cmp     ax, 7000h
        jne     port_tests
        TEST    "EDD flat buffer"
        mov     word [BUFFER2 + 2], 0
        mov     byte [packet], 24
        mov     word [packet + 4], 0FFFFh
        mov     word [packet + 6], 0FFFFh
        mov     word [packet + 16], BUFFER2
        mov     si, packet
        mov     ah, 42h
        mov     dl, 80h
        int     13h
        CARRY   0
        CHECK   [BUFFER2 + 2], [BUFFER + 2]

        ; ---------------------------------------------------------------- ports
port_tests:
        TEST    "INT 14h"
        mov     ax, 00E3h               ; 9600 8N1
        mov     dx, 0
        int     14h
        and     ax, 6000h               ; transmitter empty
        CHECK   ax, 6000h
        TEST    "INT 17h"
        mov     ah, 1
        mov     dx, 0
        int     17h
        and     ax, 0100h
        CHECK   ax, 0
        call    finish
        mov     si, text_done
        call    print
        mov     al, [failures]
        out     0F4h, al
.halt:  cli
        hlt
        jmp     .halt

; A pattern of 1024 bytes at BUFFER.
fill:
        mov     di, BUFFER
        mov     cx, 512
        mov     ax, [fill_seed]
.next:
        stosw
        add     ax, 4321h
        loop    .next
        add     word [fill_seed], 1357h
        ret
fill_seed: dw   0A55Ah

; CX = 0 when the first 1024 bytes of both buffers agree.
compare_1024:
        mov     si, BUFFER
        mov     di, BUFFER2
        mov     cx, 512
        repe    cmpsw
        jne     .done
        mov     cx, 0
.done:  ret
; CX = bytes at the end that differ (2048 in all), by words.
compare_buffers:
        mov     si, BUFFER
        mov     di, BUFFER2
        mov     cx, 1023
        mov     word [BUFFER2 + 2046], 0
        repe    cmpsw
        mov     cx, 0
        jne     .done
        mov     cx, 2                   ; the last word was not moved
.done:  ret

text_done:      db      "DONE", 10, 0
text_geometry:  db      "geometry CX DX ", 0
text_sectors:   db      "sectors ", 0
result:         dw      0
gdt:            times 16 db 0
                dw      0FFFFh, 0
                db      0, 93h
                dw      0
                dw      0FFFFh, 0
                db      0, 93h
                dw      0
                times 32 db 0
packet:         db      16, 0
                dw      2, BUFFER2, 0
                dd      40, 0
                dd      0, 0

        times   512 * (SECTORS + 1) - ($ - $$) db 0
