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
        push    bx
        push    dx
        call    measure_refresh
        pop     dx
        pop     bx
        call    post_extended
        call    post_multiprocessor
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
