; Power-on self test: chips, memory, tables, option ROMs; ends in INT 19h.

; ---------------------------------------------------------------- entry from reset
post_start:
        cli
        cld
        CHECKPOINT 01h
        ; A processor reset asked for by a program (80286 leaving protected mode) names its
        ; continuation in CMOS register 0Fh.
        mov     al, 8Fh
        out     CMOS_INDEX, al
        IO_DELAY
        in      al, CMOS_DATA
        mov     ah, al
        test    al, al
        jz      post_full
        mov     al, 8Fh
        out     CMOS_INDEX, al
        IO_DELAY
        xor     al, al
        out     CMOS_DATA, al
        cmp     ah, 05h
        je      resume_with_eoi
        cmp     ah, 0Ah
        je      resume_at_vector
        cmp     ah, 09h
        je      resume_block_move
        cmp     ah, 04h
        jne     post_full
        xor     ax, ax
        mov     ss, ax
        mov     sp, POST_STACK_TOP
        sti
        int     19h

resume_with_eoi:
        mov     al, 20h
        out     PIC2, al
        out     PIC1, al
        in      al, KBD_DATA            ; drop a byte that may be waiting
resume_at_vector:
        LOAD_DS BDA_SEG, ax
        jmp     far [BDA_RESUME]

; INT 15h/87h on an 80286 saved SS:SP in 40:67; its frame is on that stack.
resume_block_move:
        LOAD_DS BDA_SEG, ax
        mov     ss, [BDA_RESUME + 2]
        mov     sp, [BDA_RESUME]
        jmp     block_move_resumed

; ---------------------------------------------------------------- the whole test
post_full:
        CHECKPOINT 02h
        ; DMA: master clear, then the cascade channel of the second controller.
        xor     al, al
        out     08h, al                 ; command: enabled, DREQ high, DACK low
        out     0Dh, al
        out     0D0h, al
        out     0DAh, al
        mov     al, 0C0h
        out     0D6h, al                ; channel 4: cascade
        xor     al, al
        out     0D4h, al                ; unmask channel 4
        mov     al, 41h                 ; channels 1, 3 idle in single verify mode
        out     0Bh, al
        mov     al, 42h
        out     0Bh, al
        mov     al, 43h
        out     0Bh, al
        mov     al, 40h
        out     0Bh, al
        ; Interval timer: 18.2 Hz, refresh every 15.1 us, square wave for the speaker.
        mov     al, 36h
        out     PIT_CONTROL, al
        xor     al, al
        out     PIT0, al
        IO_DELAY
        out     PIT0, al
        mov     al, 54h
        out     PIT_CONTROL, al
        mov     al, 18
        out     PIT1, al
        mov     al, 0B6h
        out     PIT_CONTROL, al
        mov     al, 0D1h                ; 896 Hz
        out     PIT2, al
        IO_DELAY
        mov     al, 05h
        out     PIT2, al
        in      al, SYSTEM_B
        and     al, 0FCh                ; speaker silent, parity and channel checks on
        out     SYSTEM_B, al
        CHECKPOINT 03h
        ; Interrupt controllers: IRQ 0-7 at 08h, IRQ 8-15 at 70h.
        mov     al, 11h
        out     PIC1, al
        out     PIC2, al
        IO_DELAY
        mov     al, 08h
        out     PIC1 + 1, al
        mov     al, 70h
        out     PIC2 + 1, al
        IO_DELAY
        mov     al, 04h
        out     PIC1 + 1, al
        mov     al, 02h
        out     PIC2 + 1, al
        IO_DELAY
        mov     al, 01h
        out     PIC1 + 1, al
        out     PIC2 + 1, al
        IO_DELAY
        mov     al, 0FFh
        out     PIC1 + 1, al
        out     PIC2 + 1, al

        ; The first 64 KiB must work before there is a stack.
        CHECKPOINT 04h
        LOAD_DS BDA_SEG, ax
        mov     bp, [BDA_WARM]
        xor     ax, ax
        mov     ds, ax
        mov     bx, 7BFEh
        mov     dx, 0AA55h
        mov     cx, [bx]
        mov     [bx], dx
        cmp     [bx], dx
        jne     memory_dead
        not     dx
        mov     [bx], dx
        cmp     [bx], dx
        jne     memory_dead
        mov     [bx], cx
        xor     ax, ax
        mov     ss, ax
        mov     sp, POST_STACK_TOP
        jmp     short post_memory

memory_dead:
        CHECKPOINT 0FEh
        hlt
        jmp     memory_dead

post_memory:
        ; Interrupt vectors and BIOS data area start from zero; so does our scratch above them.
        mov     es, ax
        xor     di, di
        mov     cx, 0800h / 2
        rep     stosw
        CHECKPOINT 05h
        call    post_processor          ; BL = class
        call    post_a20
        call    post_conventional       ; AX = KiB, EBDA already taken off
        LOAD_DS BDA_SEG, dx
        mov     [BDA_WARM], bp
        mov     [BDA_MEMORY], ax
        mov     cl, 6
        shl     ax, cl
        mov     [BDA_EBDA], ax
        mov     es, ax
        xor     di, di
        xor     ax, ax
        mov     cx, 512
        rep     stosw
        mov     byte [es:EBDA_SIZE], 1
        mov     [es:EBDA_CPU], bl
        call    post_extended
        call    post_vectors
        call    post_data
        CHECKPOINT 06h
        call    post_coprocessor
        call    post_keyboard
        CHECKPOINT 07h
        call    post_serial_ports
        call    post_parallel_ports
        ; The timer and the keyboard interrupt from here on.
        call    post_clock
        mov     al, 0B8h                ; IRQ 0, 1, 2 and 6 open
        out     PIC1 + 1, al
        mov     al, 9Eh                 ; IRQ 8, 13 and 14 open
        out     PIC2 + 1, al
        sti
        CHECKPOINT 08h
        mov     si, 0C000h              ; the video BIOS comes first
        mov     di, 0C800h
        call    option_roms
        mov     ax, 0003h
        int     10h
        call    console_start
        call    banner
        CHECKPOINT 09h
        call    floppy_post
        CHECKPOINT 0Ah
        call    ata_post
        CHECKPOINT 0Bh
        call    mouse_post
        mov     si, 0C800h
        mov     di, 0E000h
        call    option_roms
        CHECKPOINT 0Ch
        in      al, PIC1 + 1
        and     al, 0B8h
        out     PIC1 + 1, al
        mov     al, 0Dh                 ; leave NMI enabled and the index on a read-only register
        out     CMOS_INDEX, al
        IO_DELAY
        in      al, CMOS_DATA
        CHECKPOINT 00h
        int     19h
.halt:  sti
        hlt
        jmp     .halt

; ---------------------------------------------------------------- processor
; Out: BL = processor class. Destroys AX, CX, DX.
post_processor:
        ; 8086 and 80186: flag bits 12-15 cannot be cleared.
        xor     ax, ax
        push    ax
        popf
        pushf
        pop     ax
        and     ax, 0F000h
        cmp     ax, 0F000h
        jne     .protected
        mov     bl, CPU_8086
        mov     ax, 0FF00h              ; 80186 masks shift counts to five bits
        mov     cl, 33
        shr     ax, cl
        jz      .done
        mov     bl, CPU_80186
        jmp     short .done
.protected:
        ; 80286: flag bits 12-14 stay zero in real mode.
        mov     bl, CPU_80286
        mov     ax, 7000h
        push    ax
        popf
        pushf
        pop     ax
        and     ax, 7000h
        jz      .done
        cpu     386
        mov     bl, CPU_80386
        pushfd                          ; 80486: EFLAGS.AC can be toggled
        pop     eax
        mov     ecx, eax
        xor     eax, 1 << 18
        push    eax
        popfd
        pushfd
        pop     eax
        push    ecx
        popfd
        xor     eax, ecx
        test    eax, 1 << 18
        jz      .done
        mov     bl, CPU_80486
        mov     eax, cr0                ; caches on: CD = NW = 0
        and     eax, ~60000000h
        mov     cr0, eax
        cpu     8086
.done:
        xor     ax, ax
        push    ax
        popf
        cld
        ret

; Open the A20 gate where there are more than 20 address lines. In: BL = class. Keeps BX.
post_a20:
        cmp     bl, CPU_80286
        jb      .done
        in      al, SYSTEM_A
        or      al, 02h
        and     al, 0FEh
        out     SYSTEM_A, al
.done:  ret

; Sets the coprocessor bit of the equipment word. DS = BDA.
post_coprocessor:
        mov     word [BDA_ALT_INPUT], 5A5Ah
        fninit
        mov     cx, 16
.wait:  loop    .wait
        fnstsw  [BDA_ALT_INPUT]
        mov     cx, 16
.wait2: loop    .wait2
        cmp     byte [BDA_ALT_INPUT], 0
        mov     word [BDA_ALT_INPUT], 0
        mov     word [BDA_KEY_HEAD], BDA_KEY_BUFFER
        jne     .done
        or      byte [BDA_EQUIPMENT], 02h
.done:  ret

; ---------------------------------------------------------------- memory
; Conventional memory is what CMOS says and the RAM confirms at the end of every 16 KiB block.
; Out: AX = KiB without the EBDA. Keeps BX, BP.
post_conventional:
        mov     al, 16h
        call    cmos_read
        mov     ah, al
        mov     al, 15h
        call    cmos_read
        cmp     ax, 640
        ja      .clip
        cmp     ax, 64
        jae     .probe
.clip:  mov     ax, 640
.probe:
        mov     dx, 64                  ; known to work so far
        mov     cl, 6
.next:
        cmp     dx, ax
        jae     .found
        mov     si, dx
        shl     si, cl
        mov     ds, si
        mov     si, 16 * 1024 - 2
        mov     di, [si]
        mov     word [si], 55AAh
        not     word [si]
        cmp     word [si], ~55AAh & 0FFFFh
        mov     [si], di
        jne     .found
        add     dx, 16
        jmp     .next
.found:
        cmp     dx, ax
        jbe     .end
        mov     dx, ax                  ; CMOS size was not a multiple of 16
.end:
        mov     ax, dx
        dec     ax
        ret

; Extended memory as CMOS tells: 30h/31h KiB above 1 MiB, 34h/35h 64 KiB units above 16 MiB.
; DS = BDA, ES = EBDA, BL = class.
post_extended:
        cmp     bl, CPU_80286
        jb      .done
        mov     al, 31h
        call    cmos_read
        mov     ah, al
        mov     al, 30h
        call    cmos_read
        test    ax, ax
        jnz     .have
        mov     al, 18h
        call    cmos_read
        mov     ah, al
        mov     al, 17h
        call    cmos_read
.have:
        mov     [es:EBDA_EXTENDED], ax
        cmp     bl, CPU_80386           ; an 80286 ends at 16 MiB
        jb      .clip
        mov     al, 35h
        call    cmos_read
        mov     ah, al
        mov     al, 34h
        call    cmos_read
        mov     [es:EBDA_HIGH], ax
        ret
.clip:
        cmp     ax, 15 * 1024
        jbe     .done
        mov     word [es:EBDA_EXTENDED], 15 * 1024
.done:  ret

; ---------------------------------------------------------------- vectors
; Keeps BX, DS.
post_vectors:
        push    ds
        xor     ax, ax
        mov     es, ax
        xor     di, di
        mov     cx, 78h
.fill:
        mov     ax, dummy_iret
        stosw
        mov     ax, BIOS_SEG
        stosw
        loop    .fill
        mov     di, 60h * 4             ; 60h-67h belong to users: zero
        xor     ax, ax
        mov     cx, 8 * 2
        rep     stosw
        mov     si, .table
.next:
        cs      lodsw
        test    ax, ax
        js      .done
        mov     di, ax
        shl     di, 1
        shl     di, 1
        cs      lodsw
        stosw
        jmp     .next
.done:
        mov     es, [BDA_EBDA]          ; fixed disk tables live in the EBDA
        xor     ax, ax
        mov     ds, ax
        mov     word [41h * 4], EBDA_FDPT
        mov     [41h * 4 + 2], es
        mov     word [46h * 4], EBDA_FDPT + 16
        mov     [46h * 4 + 2], es
        mov     word [1Fh * 4], 0
        mov     word [1Fh * 4 + 2], 0
        pop     ds
        ret
.table:
        dw      02h, int02_entry
        dw      05h, int05_entry
        dw      08h, int08_entry
        dw      09h, int09_entry
        dw      0Ah, irq_unexpected
        dw      0Bh, irq_unexpected
        dw      0Ch, irq_unexpected
        dw      0Dh, irq_unexpected
        dw      0Eh, int0e_entry
        dw      0Fh, irq7_unexpected
        dw      10h, int10_entry
        dw      11h, int11_entry
        dw      12h, int12_entry
        dw      13h, int13_entry
        dw      14h, int14_entry
        dw      15h, int15_entry
        dw      16h, int16_entry
        dw      17h, int17_entry
        dw      18h, int18
        dw      19h, int19_entry
        dw      1Ah, int1a_entry
        dw      1Dh, video_parameters
        dw      1Eh, diskette_parameters
        dw      40h, int40
        dw      70h, int70
        dw      71h, int71
        dw      72h, irq_unexpected_slave
        dw      73h, irq_unexpected_slave
        dw      74h, int74
        dw      75h, int75
        dw      76h, int76
        dw      77h, irq15_unexpected
        dw      0FFFFh

; ---------------------------------------------------------------- BIOS data area
; DS = BDA (already zero).
post_data:
        mov     ax, BDA_KEY_BUFFER
        mov     [BDA_KEY_HEAD], ax
        mov     [BDA_KEY_TAIL], ax
        mov     [BDA_KEY_START], ax
        mov     word [BDA_KEY_END], BDA_KEY_BUFFER + 32
        mov     ax, 1414h
        mov     [BDA_LPT_TIMEOUT], ax
        mov     [BDA_LPT_TIMEOUT + 2], ax
        mov     ax, 0101h
        mov     [BDA_COM_TIMEOUT], ax
        mov     [BDA_COM_TIMEOUT + 2], ax
        mov     byte [BDA_FD_RATE], 0FFh
        ret

; ---------------------------------------------------------------- option ROMs
; In: SI..DI = segments to scan. Every 2 KiB: 55h AAh, length in 512-byte units, sum zero.
option_roms:
.next:
        cmp     si, di
        jae     .done
        mov     ds, si
        cmp     word [0], 0AA55h
        jne     .skip
        mov     dl, [2]
        test    dl, dl
        jz      .skip
        xor     dh, dh
        push    si
        mov     bx, dx                  ; sum all bytes, segment by segment of 512
        xor     ah, ah
.block:
        xor     si, si
        mov     cx, 512
.byte:
        lodsb
        add     ah, al
        loop    .byte
        mov     cx, ds
        add     cx, 20h
        mov     ds, cx
        dec     bx
        jnz     .block
        pop     si
        test    ah, ah
        jnz     .skip
        push    dx
        push    si
        push    di
        LOAD_DS BDA_SEG, ax
        mov     word [BDA_RESUME], 3
        mov     [BDA_RESUME + 2], si
        mov     ax, BIOS_SEG            ; ES:DI: no plug-and-play structure
        mov     es, ax
        mov     di, 0FFFFh
        xor     ax, ax
        call    far [BDA_RESUME]
        cld
        sti
        pop     di
        pop     si
        pop     dx
        mov     cl, 5                   ; past this ROM, rounded up to 2 KiB
        add     dx, 3
        and     dx, ~3 & 0FFFFh
        shl     dx, cl
        add     si, dx
        jmp     .next
.skip:
        add     si, 80h
        jmp     .next
.done:
        LOAD_DS BDA_SEG, ax
        ret

; ---------------------------------------------------------------- UARTs and printer ports
; DS = BDA. A UART keeps what is written to its line control register.
post_serial_ports:
        mov     si, .ports
        xor     bx, bx
.next:
        cs      lodsw
        test    ax, ax
        jz      .done
        mov     dx, ax
        add     dx, 3
        mov     al, 1Ah
        out     dx, al
        IO_DELAY
        in      al, dx
        cmp     al, 1Ah
        jne     .next
        mov     al, 03h
        out     dx, al
        IO_DELAY
        in      al, dx
        cmp     al, 03h
        jne     .next
        dec     dx
        dec     dx
        xor     al, al
        out     dx, al                  ; no interrupts
        dec     dx
        mov     [BDA_COM + bx], dx
        inc     bx
        inc     bx
        jmp     .next
.done:
        add     [BDA_EQUIPMENT + 1], bl ; bits 9-11: number of ports
        ret
.ports: dw      3F8h, 2F8h, 3E8h, 2E8h, 0

; DS = BDA. A printer port keeps its data latch.
post_parallel_ports:
        mov     si, .ports
        xor     bx, bx
.next:
        cs      lodsw
        test    ax, ax
        jz      .done
        mov     dx, ax
        mov     al, 0AAh
        out     dx, al
        IO_DELAY
        in      al, dx
        cmp     al, 0AAh
        jne     .next
        not     al
        out     dx, al
        IO_DELAY
        in      al, dx
        cmp     al, 55h
        jne     .next
        mov     [BDA_LPT + bx], dx
        inc     dx                      ; initialise the printer lines: INIT high, selected
        inc     dx
        mov     al, 0Ch
        out     dx, al
        inc     bx
        inc     bx
        jmp     .next
.done:
        mov     cl, 5                   ; bits 14-15: number of ports
        shl     bl, cl
        add     [BDA_EQUIPMENT + 1], bl
        ret
.ports: dw      3BCh, 378h, 278h, 0

; ---------------------------------------------------------------- banner
banner:
        mov     si, text_banner
        call    print_string
        mov     ax, [BDA_MEMORY]
        inc     ax                      ; the EBDA counts as memory here
        xor     dx, dx
        call    print_decimal
        mov     si, text_base
        call    print_string
        DS_EBDA ax
        mov     ax, [EBDA_HIGH]
        test    ax, ax
        jz      .small
        add     ax, 16 * 1024 / 64 - 1 * 1024 / 64
        mov     cx, 64
        mul     cx
        jmp     short .print
.small:
        mov     ax, [EBDA_EXTENDED]
        xor     dx, dx
.print:
        LOAD_DS BDA_SEG, cx
        mov     cx, ax
        or      cx, dx
        jz      .end
        push    ax
        push    dx
        mov     si, text_plus
        call    print_string
        pop     dx
        pop     ax
        call    print_decimal
        mov     si, text_extended
        call    print_string
.end:
        mov     si, text_line_end
        jmp     print_string

text_banner:    db      "RingOne BIOS  ", 0
text_base:      db      " KiB base", 0
text_plus:      db      " + ", 0
text_extended:  db      " KiB extended", 0
text_line_end:  db      " memory", 13, 10, 13, 10, 0
